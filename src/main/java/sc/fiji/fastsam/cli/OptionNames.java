package sc.fiji.fastsam.cli;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of settings as users of the command line know them. */
final class OptionNames {

    private static final Pattern WORD = Pattern.compile("\\b[a-z]+(_[a-z]+)*\\b");

    private static final Set<String> SETTINGS =
            Set.of(
                    "confidence",
                    "iou",
                    "max_objects",
                    "diameter",
                    "image_size",
                    "min_area",
                    "max_area",
                    "mask_iou",
                    "low_percentile",
                    "high_percentile",
                    "threads",
                    "device",
                    "channel",
                    "slices",
                    "frames",
                    "slice",
                    "frame");

    private OptionNames() {}

    /**
     * A message with {@code --min-area} for {@code min_area}. Settings of one word are ordinary
     * words too, so they are changed only where the message begins.
     */
    static String in(String message) {
        return WORD.matcher(message)
                .replaceAll(
                        match -> {
                            String word = match.group();
                            boolean name = match.start() == 0 || word.contains("_");
                            return name && SETTINGS.contains(word)
                                    ? "--" + word.replace('_', '-')
                                    : word;
                        });
    }
}
