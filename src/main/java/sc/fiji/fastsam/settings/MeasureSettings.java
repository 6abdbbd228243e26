package sc.fiji.fastsam.settings;

import java.util.Objects;

/**
 * What is measured of objects besides the values of the active channel in their pixels.
 *
 * @param channels further channels; {@link IndexRange#SHOWN} = none
 * @param ring width of a ring round each object, in pixels; 0 = none
 */
public record MeasureSettings(IndexRange channels, int ring) {

    /** Nothing. */
    public static final MeasureSettings DEFAULT = of(Settings.DEFAULT);

    /**
     * @throws IllegalArgumentException if the width is out of its range
     */
    public MeasureSettings {
        Objects.requireNonNull(channels, "channels");
        OutputKeys.MEASURE_RING.check(ring);
    }

    /** Those among settings. */
    public static MeasureSettings of(Settings settings) {
        return new MeasureSettings(
                settings.get(OutputKeys.MEASURE_CHANNELS), settings.get(OutputKeys.MEASURE_RING));
    }

    /** Settings with these. */
    public Settings addTo(Settings settings) {
        return settings.with(OutputKeys.MEASURE_CHANNELS, channels)
                .with(OutputKeys.MEASURE_RING, ring);
    }
}
