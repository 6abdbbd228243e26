package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** Three 8-bit channels that are called red, green and blue, as one RGB image. */
final class RgbSource implements PlaneSource {

    private static final List<List<String>> NAMES =
            List.of(List.of("red", "green", "blue"), List.of("r", "g", "b"));

    private final PlaneSource channels;
    private final ImageLayout layout;

    private RgbSource(PlaneSource channels) {
        this.channels = channels;
        ImageLayout gray = channels.layout();
        PlaneCounts planes = gray.planes();
        this.layout =
                new ImageLayout(
                        gray.levels(),
                        new PlaneCounts(1, planes.slices(), planes.frames()),
                        PixelType.RGB,
                        gray.pixelSize(),
                        gray.frameSeconds(),
                        List.of(),
                        Optional.empty());
    }

    /** The source itself, or its channels as colors where their names say that they are. */
    static PlaneSource ofNamed(PlaneSource source) {
        ImageLayout layout = source.layout();
        List<String> names =
                layout.channelNames().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        boolean colors = layout.type() == PixelType.UINT8 && NAMES.contains(names);
        return colors ? new RgbSource(source) : source;
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public Size blockSize(int level) {
        return channels.blockSize(level);
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        if (!layout.planes().contains(plane)) {
            throw new IllegalArgumentException(
                    "The plane must be one of " + layout.planes() + ", but was " + plane + ".");
        }
        byte[][] values = new byte[3][];
        for (int c = 0; c < values.length; c++) {
            PlaneIndex channel = new PlaneIndex(c, plane.slice(), plane.frame());
            values[c] = channels.region(channel, level, region).bytes();
        }
        int[] colors = new int[values[0].length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] =
                    0xff000000
                            | (values[0][i] & 0xff) << 16
                            | (values[1][i] & 0xff) << 8
                            | values[2][i] & 0xff;
        }
        return PixelBlock.ofRgb(region.size(), colors);
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(channels.notes());
        notes.add("Its channels red, green and blue are read as one RGB image.");
        return notes;
    }

    @Override
    public void close() throws IOException {
        channels.close();
    }
}
