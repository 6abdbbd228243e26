package sc.fiji.fastsam.settings;

/** How gray values become the 0..1 that a network reads. RGB images are taken as they are. */
public enum Contrast {
    /** Stretched between two percentiles of the plane's finite pixels. */
    PERCENTILES,
    /** Stretched between the display range. */
    DISPLAY,
    /** The whole range of the pixel type; 32-bit images from their smallest to largest value. */
    TYPE
}
