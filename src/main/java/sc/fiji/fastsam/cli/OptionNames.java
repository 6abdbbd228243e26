package sc.fiji.fastsam.cli;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Names of settings as users of the command line know them. */
final class OptionNames {

    /** NB: parts of file names are no words. */
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<![\\w./\\\\-])([a-z]+(?:_[a-z]+)*)(?![\\w/\\\\-]|\\.\\w)( = \\w[\\w.]*\\b)?");

    /** Keys of Segment Folder with another name here. */
    private static final Map<String, String> OTHER_NAMES = Map.of("subfolders", "recursive");

    private OptionNames() {}

    /**
     * A message with {@code --min-area} for {@code min_area} and {@code --slices all} for {@code
     * slices = all}, where the command has such an option. Settings of one word are ordinary words
     * too, so alone they are changed only where the message begins.
     */
    static String in(String message, CommandSpec command) {
        return replace(message, command, true);
    }

    /** The same of a message that may begin with any word. */
    static String inNote(String message, CommandSpec command) {
        return replace(message, command, false);
    }

    private static String replace(String message, CommandSpec command, boolean namesFirst) {
        Map<String, OptionSpec> options =
                command.options().stream()
                        .collect(
                                Collectors.toMap(
                                        option -> key(option.longestName()), Function.identity()));
        return WORD.matcher(message)
                .replaceAll(
                        match -> {
                            boolean first = namesFirst && match.start() == 0;
                            String word = match.group(1);
                            boolean isName = first || word.contains("_") || match.group(2) != null;
                            OptionSpec option = options.get(OTHER_NAMES.getOrDefault(word, word));
                            return Matcher.quoteReplacement(
                                    isName && option != null
                                            ? option(option, match.group(2))
                                            : match.group());
                        });
    }

    /**
     * @param value as " = all", or null
     */
    private static String option(OptionSpec option, String value) {
        if (value != null && option.arity().max() == 0) {
            boolean off = value.endsWith("false");
            return off ? option.longestName().replace("--", "--no-") : option.longestName();
        }
        return option.longestName() + (value == null ? "" : value.substring(2));
    }

    private static String key(String option) {
        return option.replaceFirst("^--", "").replace('-', '_');
    }
}
