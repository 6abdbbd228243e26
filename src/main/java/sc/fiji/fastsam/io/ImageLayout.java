package sc.fiji.fastsam.io;

import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * What an image consists of. All planes have the same levels and type.
 *
 * @param levels sizes of the resolution levels, the full size first, each smaller than the one
 *     before; never empty
 * @param planes number of channels, slices and frames
 * @param type of all pixels
 * @param pixelSize of level 0
 * @param frameSeconds time between two frames, 0 where unknown
 * @param channelNames one for each channel, or empty where the file names none
 * @param colors how the file wants its gray values shown; empty for plain gray and for RGB
 */
public record ImageLayout(
        List<Size> levels,
        PlaneCounts planes,
        PixelType type,
        PixelSize pixelSize,
        double frameSeconds,
        List<String> channelNames,
        Optional<ColorTable> colors) {

    /**
     * @throws IllegalArgumentException if there is no level, or not a name for each channel
     */
    public ImageLayout {
        levels = List.copyOf(levels);
        channelNames = List.copyOf(channelNames);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("An image must have at least one level.");
        }
        if (!channelNames.isEmpty() && channelNames.size() != planes.channels()) {
            throw new IllegalArgumentException(
                    "There must be a name for each of "
                            + planes.channels()
                            + " channels, but there are "
                            + channelNames.size()
                            + ".");
        }
    }

    /** One plane, one level, no calibration; change with the {@code with} methods. */
    public static ImageLayout of(Size size, PixelType type) {
        return new ImageLayout(
                List.of(size),
                PlaneCounts.ONE,
                type,
                PixelSize.NONE,
                0,
                List.of(),
                Optional.empty());
    }

    /** Size of level 0. */
    public Size size() {
        return levels.get(0);
    }

    /**
     * Size of a level.
     *
     * @throws IllegalArgumentException if there is no such level
     */
    public Size size(int level) {
        if (level < 0 || level >= levels.size()) {
            throw new IllegalArgumentException(
                    "level must lie between 0 and "
                            + (levels.size() - 1)
                            + ", but was "
                            + level
                            + ".");
        }
        return levels.get(level);
    }

    /**
     * Refuses parts that are not there.
     *
     * @param region in pixels of the level
     * @throws IllegalArgumentException if there is no such plane or level, or if the region is
     *     empty or not wholly inside the level
     */
    public void check(PlaneIndex plane, int level, Region region) {
        if (!planes.contains(plane)) {
            throw new IllegalArgumentException("There is no " + plane + " among " + planes + ".");
        }
        if (region.isEmpty() || !Region.of(size(level)).intersection(region).equals(region)) {
            throw new IllegalArgumentException(
                    region + " must not be empty and must lie in " + size(level) + " pixels.");
        }
    }

    /** Bytes that all planes of level 0 take in memory. */
    public double bytes() {
        // NB: a double, for 2^31 planes of 2^31 x 2^31 pixels overflow a long.
        return (double) size().area() * planes.total() * type.bytesPerPixel();
    }

    /** The same with other levels. */
    public ImageLayout withLevels(List<Size> sizes) {
        return new ImageLayout(sizes, planes, type, pixelSize, frameSeconds, channelNames, colors);
    }

    /** The same with other numbers of planes; drops the channels' names. */
    public ImageLayout withPlanes(PlaneCounts counts) {
        return new ImageLayout(levels, counts, type, pixelSize, frameSeconds, List.of(), colors);
    }

    /** The same with another pixel size. */
    public ImageLayout withPixelSize(PixelSize size) {
        return new ImageLayout(levels, planes, type, size, frameSeconds, channelNames, colors);
    }

    /** The same with another time between frames. */
    public ImageLayout withFrameSeconds(double seconds) {
        return new ImageLayout(levels, planes, type, pixelSize, seconds, channelNames, colors);
    }

    /** The same with other names of channels. */
    public ImageLayout withChannelNames(List<String> names) {
        return new ImageLayout(levels, planes, type, pixelSize, frameSeconds, names, colors);
    }

    /** The same with a color table. */
    public ImageLayout withColors(ColorTable table) {
        return new ImageLayout(
                levels, planes, type, pixelSize, frameSeconds, channelNames, Optional.of(table));
    }
}
