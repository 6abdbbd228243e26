package sc.fiji.fastsam.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an enum's constants as users write them: lower case, words joined by {@code -}. */
class Choices<E extends Enum<E>> implements ITypeConverter<E> {

    private final Class<E> type;

    Choices(Class<E> type) {
        this.type = type;
    }

    /** As users write a constant. */
    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All constants of a type, as users write them, with commas. */
    static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Choices::text)
                .collect(Collectors.joining(", "));
    }

    @Override
    public E convert(String value) {
        String wanted = value.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> text(constant).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'" + value + "' is not one of " + all(type)));
    }
}
