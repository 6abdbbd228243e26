package sc.fiji.fastsam.settings;

/**
 * How large the image meets the network.
 *
 * @param diameter of a typical object, in source pixels; 0 = found automatically
 * @param imageSize longer side of the image at the network, in network pixels; 0 = from the
 *     diameter. Wins over the diameter.
 */
public record ScaleSettings(double diameter, int imageSize) {

    /** Everything automatic. */
    public static final ScaleSettings AUTOMATIC = new ScaleSettings(0, 0);

    /** Smallest image size other than 0, in network pixels. */
    public static final int MIN_IMAGE_SIZE = 32;

    /** Greatest image size, in network pixels. */
    public static final int MAX_IMAGE_SIZE = 32768;

    /**
     * @throws IllegalArgumentException if the diameter is negative or the image size out of range
     */
    public ScaleSettings {
        Checks.range("diameter", diameter, 0, 1e6);
        if (imageSize != 0) {
            Checks.range("image_size (other than 0)", imageSize, MIN_IMAGE_SIZE, MAX_IMAGE_SIZE);
        }
    }
}
