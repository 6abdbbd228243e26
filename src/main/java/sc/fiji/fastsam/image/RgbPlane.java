package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * An image plane as a network sees it before resizing: three channels of values in 0..1, in source
 * pixels. It is in memory ({@link RgbImage}), or any part of it can be read ({@link SourcePlane}):
 * whoever works on planes of any size asks for parts. Thread-safe. Where pixels cannot be read, all
 * methods but {@link #size} and {@link #isGray} throw an {@link java.io.UncheckedIOException}.
 */
public interface RgbPlane {

    /** Width and height. */
    Size size();

    /** True when the three channels are the same. */
    boolean isGray();

    /** True when each channel has one value throughout. */
    boolean isFlat();

    /**
     * A copy of a part.
     *
     * @param region not empty, inside the plane; its first pixel is (0, 0) in the copy
     */
    RgbImage crop(Region region);

    /**
     * A part band by band, with as many rows as are to be in memory at once: of a plane in memory
     * all of them, without a copy.
     *
     * @param part not empty, inside the plane
     */
    PlaneBands bands(Region part);

    /** True when only parts of it are ever in memory. */
    default boolean isReadInParts() {
        return false;
    }
}
