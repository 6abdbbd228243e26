package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * How large the image meets the network.
 *
 * @param diameter of a typical object
 * @param imageSize longer side of the image at the network, in network pixels; 0 = from the
 *     diameter. Wins over the diameter.
 * @param sizes how many sizes of objects are looked for
 */
public record ScaleSettings(Diameter diameter, int imageSize, Sizes sizes) {

    /** Smallest image size other than 0, in network pixels. */
    public static final int MIN_IMAGE_SIZE = 32;

    /** Greatest image size, in network pixels. */
    public static final int MAX_IMAGE_SIZE = 32768;

    /** Everything automatic. */
    public static final ScaleSettings AUTOMATIC = new ScaleSettings(Diameter.AUTOMATIC, 0);

    /**
     * @throws IllegalArgumentException if the image size is out of its range
     */
    public ScaleSettings {
        Objects.requireNonNull(diameter, "diameter");
        Objects.requireNonNull(sizes, "sizes");
        SegmentationKeys.IMAGE_SIZE.check(imageSize);
    }

    /** Sizes by the default. */
    public ScaleSettings(Diameter diameter, int imageSize) {
        this(diameter, imageSize, SegmentationKeys.SIZES.standard());
    }

    /** By the diameter of a typical object, in source pixels; 0 = automatic. */
    public static ScaleSettings ofDiameter(double pixels) {
        return new ScaleSettings(Diameter.inPixels(pixels), 0);
    }

    /** By the longer side of the image at the network, in network pixels. */
    public static ScaleSettings ofImageSize(int imageSize) {
        return new ScaleSettings(Diameter.AUTOMATIC, imageSize);
    }

    static ScaleSettings of(Settings settings) {
        return new ScaleSettings(
                new Diameter(
                        settings.get(SegmentationKeys.DIAMETER),
                        settings.get(SegmentationKeys.DIAMETER_UNIT)),
                settings.get(SegmentationKeys.IMAGE_SIZE),
                settings.get(SegmentationKeys.SIZES));
    }

    /** True when more than one size may be looked for. */
    public boolean isOfSeveralSizes() {
        boolean stated = imageSize > 0 || !diameter.isAutomatic();
        return sizes == Sizes.ALL || sizes == Sizes.AUTO && !stated;
    }

    Settings addTo(Settings settings) {
        return settings.with(SegmentationKeys.DIAMETER, diameter.value())
                .with(SegmentationKeys.DIAMETER_UNIT, diameter.unit())
                .with(SegmentationKeys.IMAGE_SIZE, imageSize)
                .with(SegmentationKeys.SIZES, sizes);
    }
}
