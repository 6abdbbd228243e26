package sc.fiji.fastsam.io.zarr;

import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.RgbChannels;

/** Three 8-bit channels that are called red, green and blue, as one RGB image. */
final class RgbSource {

    private static final List<List<String>> NAMES =
            List.of(List.of("red", "green", "blue"), List.of("r", "g", "b"));

    private static final String NOTE =
            "Its channels red, green and blue are read as one RGB image.";

    private RgbSource() {}

    /** The source itself, or its channels as colors where their names say that they are. */
    static PlaneSource ofNamed(PlaneSource source) {
        ImageLayout layout = source.layout();
        List<String> names =
                layout.channelNames().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        boolean colors = layout.type() == PixelType.UINT8 && NAMES.contains(names);
        return colors ? new RgbChannels(source, NOTE) : source;
    }
}
