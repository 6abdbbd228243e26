package sc.fiji.fastsam.settings;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Settings that were stated, but that others make meaningless: who stated them should know. */
public final class UnusedSettings {

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
            return isBroken(settings)
                    ? Stream.of(note(setting, by, text(by, settings)))
                    : Stream.empty();
        }

        /** NB: what has no option cannot have been stated as one. */
        Stream<String> optionNote(Settings settings) {
            boolean isOption = setting.option().isPresent() && by.option().isPresent();
            return isOption && isBroken(settings)
                    ? Stream.of(note(setting.asOption(), by.asOption(), text(by, settings)))
                    : Stream.empty();
        }

        private boolean isBroken(Settings settings) {
            boolean isStated = !text(setting, settings).equals(setting.standardText());
            return isStated && !counts.test(settings.get(by));
        }

        private static String note(Setting<?> unused, Setting<?> by, String value) {
            return unused.key() + " is not used, as " + by.key() + " is " + value;
        }

        private static <V> String text(Setting<V> setting, Settings settings) {
            return setting.text(settings.get(setting));
        }
    }

    private UnusedSettings() {}

    private static Rule<Contrast> percentile(Setting<?> setting) {
        return new Rule<>(
                setting, SegmentationKeys.CONTRAST, contrast -> contrast == Contrast.PERCENTILES);
    }

    /** A line for each, as "table_name is not used, as table is false". */
    public static List<String> of(Settings settings) {
        return RULES.stream().flatMap(rule -> rule.note(settings)).toList();
    }

    /**
     * Likewise by the options of the command line, as "--max-gap is not used, as --link is none".
     */
    public static List<String> ofOptions(Settings settings) {
        return RULES.stream().flatMap(rule -> rule.optionNote(settings)).toList();
    }
}
