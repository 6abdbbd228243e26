package sc.fiji.fastsam.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants of enums as menus and macros write them: lower case, words apart. */
public final class Choices {

    private Choices() {}

    /** "smallest on top". */
    public static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The constant of a text; case does not matter, words may be joined by - or _ too.
     *
     * @param key whose value it is, for the message
     * @throws IllegalArgumentException if there is none; names the key, the value and the choices
     */
    public static <E extends Enum<E>> E of(Class<E> type, String key, String text) {
        String wanted = text == null ? "" : text.strip().replaceAll("[ _-]", " ");
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> text(constant).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(message(type, key, text)));
    }

    private static String message(Class<? extends Enum<?>> type, String key, String text) {
        String all =
                Arrays.stream(type.getEnumConstants())
                        .map(Choices::text)
                        .collect(Collectors.joining(", "));
        return key + " must be one of " + all + ", but was \"" + text + "\".";
    }
}
