package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.geometry.Box;

/**
 * One object found in an image.
 *
 * @param mask its pixels, in source coordinates; never empty
 * @param boxInSource the box that the network gave, in source pixels, clamped to the image; the
 *     mask may go beyond it by up to a fifth of its sides
 * @param score the network's confidence, 0..1
 */
public record SegmentedObject(Mask mask, Box boxInSource, float score) {

    /** The same object moved by whole pixels. */
    public SegmentedObject translate(int dx, int dy) {
        return new SegmentedObject(mask.translate(dx, dy), boxInSource.translate(dx, dy), score);
    }

    /** Diameter of a disc of the mask's area, in source pixels. */
    public double diameter() {
        return 2 * Math.sqrt(mask.area() / Math.PI);
    }
}
