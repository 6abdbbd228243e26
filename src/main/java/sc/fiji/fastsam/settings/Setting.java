package sc.fiji.fastsam.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a user can choose, declared once for all doors. Immutable.
 *
 * @param <T> type of its values
 */
public final class Setting<T> {

    private final String key;
    private final T standard;
    private final SettingKind<T> kind;
    private final Texts texts;

    private Setting(String key, T standard, SettingKind<T> kind, Texts texts) {
        this.key = key;
        this.standard = standard;
        this.kind = kind;
        this.texts = texts;
    }

    /** A setting of any kind, with an option of its name and no help yet. */
    static <T> Setting<T> of(String key, T standard, SettingKind<T> kind) {
        Objects.requireNonNull(standard, "standard");
        String option = "--" + key.replace('_', '-');
        return new Setting<>(key, standard, kind, new Texts(key, "", option, ""));
    }

    /** A choice among the constants of an enum. */
    public static <E extends Enum<E>> Setting<E> choice(String key, E standard) {
        return of(key, standard, new ChoiceKind<>(standard.getDeclaringClass(), ' '));
    }

    /**
     * As a dialog shows it.
     *
     * @param label with a hint in brackets, as "Minimum area (pixels)"
     * @param help one line
     */
    Setting<T> explained(String label, String help) {
        return new Setting<>(key, standard, kind, new Texts(label, help, texts.option, texts.unit));
    }

    /** With what values are counted in, as the command line shows it. */
    Setting<T> in(String unit) {
        return new Setting<>(
                key, standard, kind, new Texts(texts.label, texts.help, texts.option, unit));
    }

    /** With another option of the command line; empty = none. */
    Setting<T> withOption(String option) {
        return new Setting<>(
                key, standard, kind, new Texts(texts.label, texts.help, option, texts.unit));
    }

    /**
     * The same as the command line writes it, in messages too: named as its option, words of a
     * choice joined by "-".
     *
     * @throws IllegalStateException if it has no option
     */
    public Setting<T> asOption() {
        String name =
                option().orElseThrow(() -> new IllegalStateException(key + " has no option."));
        return new Setting<>(name, standard, kind.joined(), texts);
    }

    /** The macro key, as "min_area". */
    public String key() {
        return key;
    }

    /** The value where a user chooses none. */
    public T standard() {
        return standard;
    }

    /** The default as macros write it. */
    public String standardText() {
        return kind.text(standard);
    }

    /** As a dialog shows it, as "Minimum area (pixels)". */
    public String label() {
        return texts.label;
    }

    /** What it does, in one line. */
    public String help() {
        return texts.help;
    }

    /** Option of the command line, as "--min-area"; empty where there is none. */
    public Optional<String> option() {
        return Optional.of(texts.option).filter(option -> !option.isEmpty());
    }

    /** What values are counted in; empty for nothing. */
    public String unit() {
        return texts.unit;
    }

    /** True when the values are true and false. */
    public boolean isFlag() {
        return standard instanceof Boolean;
    }

    /** The values that there are, as macros write them; empty where they are no choice. */
    public List<String> choices() {
        return kind.choices();
    }

    /** Limits of a number; no limits where it is none. */
    public NumberRange range() {
        return kind.range();
    }

    /** The values in words, as "0..1" or "all, outer, inner". */
    public String values() {
        return kind.values();
    }

    /** A value as macros write it; {@link #parse} reads it back. */
    public String text(T value) {
        return kind.text(value);
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none, or out of the range; names the key, what the
     *     value must be and what it was
     */
    public T parse(String text) {
        T value =
                kind.parse(text)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                key
                                                        + " must be "
                                                        + kind.noun()
                                                        + ", but was \""
                                                        + text
                                                        + "\"."));
        return check(value);
    }

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if it is out of the range
     */
    public T check(T value) {
        Objects.requireNonNull(value, key);
        kind.check(key, value);
        return value;
    }

    @Override
    public String toString() {
        return key;
    }

    private record Texts(String label, String help, String option, String unit) {}
}
