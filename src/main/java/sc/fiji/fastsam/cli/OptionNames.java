package sc.fiji.fastsam.cli;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Names of settings as users of the command line know them. */
final class OptionNames {

    private static final Pattern WORD = Pattern.compile("\\b[a-z]+(_[a-z]+)*\\b");

    private OptionNames() {}

    /**
     * A message with {@code --min-area} for {@code min_area}, where the command has such an option.
     * Settings of one word are ordinary words too, so they are changed only where the message
     * begins.
     */
    static String in(String message, CommandSpec command) {
        Map<String, String> options =
                command.options().stream()
                        .map(OptionSpec::longestName)
                        .collect(Collectors.toMap(OptionNames::key, Function.identity()));
        return WORD.matcher(message)
                .replaceAll(
                        match -> {
                            String word = match.group();
                            boolean isName = match.start() == 0 || word.contains("_");
                            return isName ? options.getOrDefault(word, word) : word;
                        });
    }

    private static String key(String option) {
        return option.replaceFirst("^--", "").replace('-', '_');
    }
}
