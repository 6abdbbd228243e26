package sc.fiji.fastsam.settings;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Settings that were stated, but that others make meaningless: who stated them should know. */
public final class UnusedKeys {

    private static final List<Rule<?>> RULES =
            List.of(
                    new Rule<>(OutputKeys.TABLE_NAME, OutputKeys.TABLE, on -> on),
                    new Rule<>(OutputKeys.MEASURE_CHANNELS, OutputKeys.TABLE, on -> on),
                    new Rule<>(OutputKeys.MEASURE_RING, OutputKeys.TABLE, on -> on),
                    new Rule<>(OutputKeys.SUMMARY_NAME, OutputKeys.SUMMARY, on -> on),
                    new Rule<>(LinkKeys.MAX_GAP, LinkKeys.LINK, kind -> kind != LinkKind.NONE),
                    new Rule<>(
                            SegmentationKeys.DIAMETER_UNIT,
                            SegmentationKeys.DIAMETER,
                            diameter -> diameter > 0),
                    percentile(SegmentationKeys.LOW_PERCENTILE),
                    percentile(SegmentationKeys.HIGH_PERCENTILE));

    /**
     * When a setting counts.
     *
     * @param setting that counts or not
     * @param by which it goes
     * @param counts for which of its values
     */
    private record Rule<T>(Setting<?> setting, Setting<T> by, Predicate<T> counts) {

        Stream<String> note(Settings settings) {
            return isStated(setting, settings) && !counts.test(settings.get(by))
                    ? Stream.of(
                            setting.key()
                                    + " is not used, as "
                                    + by.key()
                                    + " is "
                                    + text(by, settings))
                    : Stream.empty();
        }
    }

    private UnusedKeys() {}

    private static Rule<Contrast> percentile(Setting<?> setting) {
        return new Rule<>(
                setting, SegmentationKeys.CONTRAST, contrast -> contrast == Contrast.PERCENTILES);
    }

    /** A line for each, as "table_name is not used, as table is false". */
    public static List<String> of(Settings settings) {
        return RULES.stream().flatMap(rule -> rule.note(settings)).toList();
    }

    /**
     * Likewise of a run on files, which has no table of ImageJ.
     *
     * @param measured whether it writes measures
     */
    public static List<String> ofFiles(Settings settings, boolean measured) {
        Stream<String> others = of(settings.with(OutputKeys.TABLE, true)).stream();
        Stream<String> measures =
                OutputKeys.ofMeasures().stream()
                        .filter(setting -> !measured && isStated(setting, settings))
                        .map(
                                s ->
                                        s.key()
                                                + " is not used, as neither tables nor GeoJSON are written");
        return Stream.concat(others, measures).toList();
    }

    private static boolean isStated(Setting<?> setting, Settings settings) {
        return !text(setting, settings).equals(setting.standardText());
    }

    private static <V> String text(Setting<V> setting, Settings settings) {
        return setting.text(settings.get(setting));
    }
}
