package sc.fiji.fastsam.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value for every setting: the default where none is chosen. Immutable. */
public final class Settings {

    /** Nothing is chosen. */
    public static final Settings DEFAULT = new Settings(Map.of());

    /** Those that differ from the defaults. */
    private final Map<Setting<?>, Object> chosen;

    private Settings(Map<Setting<?>, Object> chosen) {
        this.chosen = chosen;
    }

    /**
     * Reads {@code "diameter=30 min_area=20 overlap=[largest on top] smooth"}, as macros write it;
     * keys left out have their defaults.
     *
     * @throws IllegalArgumentException if a key is unknown, naming the nearest right one, or given
     *     twice, or a value does not suit its key
     */
    public static Settings parse(String text) {
        return parse(text, SettingKeys.all(), "");
    }

    /**
     * As {@link #parse(String)}, where only some settings mean something.
     *
     * @param elsewhere what to do with others, a sentence
     * @throws IllegalArgumentException as above, or if a key is none of theirs; says what to do
     */
    public static Settings parse(String text, List<Setting<?>> some, String elsewhere) {
        Settings settings = DEFAULT;
        for (Map.Entry<String, String> entry : KeyValues.parse(text).entrySet()) {
            Setting<?> setting = SettingKeys.of(entry.getKey(), some, elsewhere);
            settings = settings.withText(setting, entry.getValue());
        }
        return settings;
    }

    /** The value of a setting. */
    public <T> T get(Setting<T> setting) {
        // NB: with(...) put a value of the setting's own type there.
        @SuppressWarnings("unchecked")
        T value = (T) chosen.getOrDefault(setting, setting.standard());
        return value;
    }

    /**
     * With another value.
     *
     * @throws IllegalArgumentException if it is out of its range
     */
    public <T> Settings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new LinkedHashMap<>(chosen);
        changed.remove(setting);
        if (!setting.check(value).equals(setting.standard())) {
            changed.put(setting, value);
        }
        return new Settings(changed);
    }

    /** These, with what others choose in their place. */
    public Settings and(Settings others) {
        Map<Setting<?>, Object> all = new LinkedHashMap<>(chosen);
        all.putAll(others.chosen);
        return new Settings(all);
    }

    /**
     * With another value, as text.
     *
     * @throws IllegalArgumentException if the text is none, or the value out of its range
     */
    public <T> Settings withText(Setting<T> setting, String text) {
        return with(setting, setting.parse(text));
    }

    /** What differs from the defaults, in declared order; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return SettingKeys.all().stream()
                .filter(chosen::containsKey)
                .map(setting -> KeyValues.text(setting.key(), text(setting)))
                .collect(Collectors.joining(" "));
    }

    private <T> String text(Setting<T> setting) {
        return setting.text(get(setting));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && chosen.equals(settings.chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }
}
