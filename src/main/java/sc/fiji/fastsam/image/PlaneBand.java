package sc.fiji.fastsam.image;

import java.util.List;
import sc.fiji.fastsam.geometry.Region;

/**
 * Pixels of a plane that are in memory.
 *
 * @param channels of the plane or of a part of it: one where it is gray, else red, green and blue
 * @param region where they lie in the plane
 */
public record PlaneBand(List<ChannelValues> channels, Region region) {

    /** Of pixels that lie in some region of the plane. */
    public PlaneBand(RgbImage pixels, Region region) {
        this(ChannelValues.of(pixels), region);
    }

    /** The pixels as values, copied where they are stored otherwise. */
    public RgbImage pixels() {
        float[] first = channels.get(0).all();
        return channels.size() == 1
                ? RgbImage.gray(region.size(), first)
                : new RgbImage(region.size(), first, channels.get(1).all(), channels.get(2).all());
    }

    /** Index in the channels of a pixel of the plane, which must be among them. */
    public int index(int x, int y) {
        return (y - region.y()) * region.width() + x - region.x();
    }

    /** True when a row of the plane is among them. */
    boolean hasRow(int y) {
        return y >= region.y() && y < region.yEnd();
    }
}
