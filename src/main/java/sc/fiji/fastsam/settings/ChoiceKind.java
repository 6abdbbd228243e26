package sc.fiji.fastsam.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Constants of an enum, written in lower case, words apart: "smallest on top". Case does not matter
 * when one is read, and words may be joined by - or _ too.
 *
 * @param joint between words when one is written
 */
record ChoiceKind<E extends Enum<E>>(Class<E> type, char joint) implements SettingKind<E> {

    @Override
    public Optional<E> parse(String text) {
        String wanted = text.strip().replaceAll("[ _-]", String.valueOf(joint));
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> text(constant).equalsIgnoreCase(wanted))
                .findFirst();
    }

    @Override
    public String text(E value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', joint);
    }

    @Override
    public SettingKind<E> joined() {
        return new ChoiceKind<>(type, '-');
    }

    @Override
    public List<String> choices() {
        return Arrays.stream(type.getEnumConstants()).map(this::text).toList();
    }

    @Override
    public String values() {
        return String.join(", ", choices());
    }

    @Override
    public String noun() {
        return "one of " + values();
    }
}
