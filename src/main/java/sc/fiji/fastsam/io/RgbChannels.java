package sc.fiji.fastsam.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/** Red, green and blue as three channels of 8 bits, as one RGB image. */
public final class RgbChannels implements PlaneSource {

    private final PlaneSource channels;
    private final ImageLayout layout;
    private final List<String> notes;

    /**
     * @param channels closed with this
     * @param note what a user should know of it, besides what the channels say
     */
    public RgbChannels(PlaneSource channels, String note) {
        this.channels = channels;
        this.layout = layout(channels.layout());
        this.notes = new ArrayList<>(channels.notes());
        notes.add(note);
    }

    /** Likewise, without a further note. */
    public RgbChannels(PlaneSource channels) {
        this.channels = channels;
        this.layout = layout(channels.layout());
        this.notes = channels.notes();
    }

    private static ImageLayout layout(ImageLayout gray) {
        PlaneCounts planes = gray.planes();
        return new ImageLayout(
                gray.levels(),
                new PlaneCounts(1, planes.slices(), planes.frames()),
                PixelType.RGB,
                gray.pixelSize(),
                gray.frameSeconds(),
                List.of(),
                Optional.empty());
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
        return PixelBlock.ofRgb(region.size(), values[0], values[1], values[2]);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() throws IOException {
        channels.close();
    }
}
