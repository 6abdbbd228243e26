package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * How pixel values become what the network reads.
 *
 * @param contrast how gray values are stretched
 * @param lowPercentile of the plane's finite pixels that becomes 0, in percent, 0..100
 * @param highPercentile that becomes 1, in percent, above the low one
 */
public record InputSettings(Contrast contrast, double lowPercentile, double highPercentile) {

    /** Percentiles 0.1 and 99.9. */
    public static final InputSettings DEFAULT = new InputSettings(Contrast.PERCENTILES, 0.1, 99.9);

    /**
     * @throws IllegalArgumentException if the percentiles are not in order within 0..100
     */
    public InputSettings {
        Objects.requireNonNull(contrast, "contrast");
        Checks.range("low_percentile", lowPercentile, 0, 100);
        Checks.range("high_percentile", highPercentile, 0, 100);
        if (lowPercentile >= highPercentile) {
            throw new IllegalArgumentException(
                    "low_percentile must be below high_percentile, but they were "
                            + lowPercentile
                            + " and "
                            + highPercentile
                            + ".");
        }
    }
}
