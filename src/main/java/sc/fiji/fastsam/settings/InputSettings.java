package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * How pixel values become what the network reads.
 *
 * @param stain that is looked at alone, of images in color
 * @param contrast how gray values are stretched
 * @param lowPercentile of the plane's finite pixels that becomes 0, in percent, 0..100
 * @param highPercentile that becomes 1, in percent, above the low one
 */
public record InputSettings(
        Stain stain, Contrast contrast, double lowPercentile, double highPercentile) {

    /** Default settings. */
    public static final InputSettings DEFAULT = of(Settings.DEFAULT);

    /**
     * @throws IllegalArgumentException if the percentiles are not in order within 0..100
     */
    public InputSettings {
        Objects.requireNonNull(stain, "stain");
        Objects.requireNonNull(contrast, "contrast");
        SegmentationKeys.LOW_PERCENTILE.check(lowPercentile);
        SegmentationKeys.HIGH_PERCENTILE.check(highPercentile);
        if (lowPercentile >= highPercentile) {
            throw new IllegalArgumentException(
                    "low_percentile must be below high_percentile, but they were "
                            + lowPercentile
                            + " and "
                            + highPercentile
                            + ".");
        }
    }

    /** All colors as they are. */
    public InputSettings(Contrast contrast, double lowPercentile, double highPercentile) {
        this(Stain.NONE, contrast, lowPercentile, highPercentile);
    }

    /** The same of one stain alone. */
    public InputSettings withStain(Stain other) {
        return new InputSettings(other, contrast, lowPercentile, highPercentile);
    }

    /** True where one stain alone is looked at. */
    public boolean isOfStain() {
        return stain != Stain.NONE;
    }

    static InputSettings of(Settings settings) {
        return new InputSettings(
                settings.get(SegmentationKeys.STAIN),
                settings.get(SegmentationKeys.CONTRAST),
                settings.get(SegmentationKeys.LOW_PERCENTILE),
                settings.get(SegmentationKeys.HIGH_PERCENTILE));
    }

    Settings addTo(Settings settings) {
        return settings.with(SegmentationKeys.STAIN, stain)
                .with(SegmentationKeys.CONTRAST, contrast)
                .with(SegmentationKeys.LOW_PERCENTILE, lowPercentile)
                .with(SegmentationKeys.HIGH_PERCENTILE, highPercentile);
    }
}
