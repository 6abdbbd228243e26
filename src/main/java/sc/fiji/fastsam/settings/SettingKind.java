package sc.fiji.fastsam.settings;

import java.util.List;
import java.util.Optional;

/**
 * What values a setting has, and how they are written.
 *
 * @param <T> type of the values
 */
interface SettingKind<T> {

    /** The value of a text; empty when the text is none. */
    Optional<T> parse(String text);

    /** What a text must be, as "a number". */
    String noun();

    /** The values in words. */
    String values();

    /** A value as text, which {@link #parse} reads back. */
    default String text(T value) {
        return value.toString();
    }

    /**
     * @throws IllegalArgumentException if the value is out of range
     */
    default void check(String key, T value) {}

    /** The values, where there are few. */
    default List<String> choices() {
        return List.of();
    }

    /** The same with words joined by "-". */
    default SettingKind<T> joined() {
        return this;
    }

    /** Limits of the values. */
    default NumberRange range() {
        return NumberRange.ALL;
    }
}
