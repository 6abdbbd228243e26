package sc.fiji.fastsam.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All settings that there are. */
public final class SettingKeys {

    private SettingKeys() {}

    /** In groups, as a manual lists them. */
    public static List<Group> groups() {
        return List.of(
                new Group("What of the image", ImageKeys.all()),
                new Group("What becomes an object", SegmentationKeys.all()),
                new Group("Which objects are meant", PromptKeys.all()),
                new Group("Objects through a stack", LinkKeys.all()),
                new Group("What is given out", OutputKeys.all()),
                new Group("Network and device", NetworkKeys.all()));
    }

    /** All, group after group. */
    public static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>();
        groups().forEach(group -> all.addAll(group.settings()));
        return all;
    }

    /** Those that say which objects are found, and where; not what menus give out of them. */
    public static List<Setting<?>> ofObjects() {
        List<Setting<?>> some = all();
        some.removeAll(OutputKeys.all());
        some.addAll(OutputKeys.ofMeasures());
        some.add(OutputKeys.OVERLAP);
        return some;
    }

    /**
     * The setting of a key.
     *
     * @throws IllegalArgumentException if there is none; names the nearest right key
     */
    public static Setting<?> of(String key) {
        return of(key, all(), "");
    }

    /**
     * Likewise of some.
     *
     * @param some those that may be meant
     * @param elsewhere what to do with others, a sentence
     * @throws IllegalArgumentException if it is none of them; names the nearest right key, or what
     *     to do
     */
    static Setting<?> of(String key, List<Setting<?>> some, String elsewhere) {
        return find(key, some)
                .orElseThrow(
                        () ->
                                find(key, all()).isPresent()
                                        ? misplaced(key, elsewhere)
                                        : unknown(key, some));
    }

    private static Optional<Setting<?>> find(String key, List<Setting<?>> some) {
        return some.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static IllegalArgumentException misplaced(String key, String elsewhere) {
        return new IllegalArgumentException("\"" + key + "\" has no place here. " + elsewhere);
    }

    private static IllegalArgumentException unknown(String key, List<Setting<?>> some) {
        List<String> keys = some.stream().map(Setting::key).toList();
        return new IllegalArgumentException(
                "There is no setting \""
                        + key
                        + "\"."
                        + Spelling.nearest(key, keys)
                                .map(k -> " Did you mean \"" + k + "\"?")
                                .orElse("")
                        + " The settings are: "
                        + String.join(", ", keys)
                        + ".");
    }

    /**
     * Settings that belong together.
     *
     * @param title heading
     * @param settings in the order of a manual
     */
    public record Group(String title, List<Setting<?>> settings) {}
}
