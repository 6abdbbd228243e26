package sc.fiji.fastsam.settings;

import java.util.ArrayList;
import java.util.List;

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
        some.add(OutputKeys.OVERLAP);
        return some;
    }

    /**
     * The setting of a key.
     *
     * @throws IllegalArgumentException if there is none; names the nearest right key
     */
    public static Setting<?> of(String key) {
        return of(key, all());
    }

    /**
     * Likewise of some.
     *
     * @param some those that may be meant
     * @throws IllegalArgumentException if it is none of them; names the nearest right key
     */
    static Setting<?> of(String key, List<Setting<?>> some) {
        return some.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key, some));
    }

    private static IllegalArgumentException unknown(String key, List<Setting<?>> some) {
        List<String> keys = some.stream().map(Setting::key).toList();
        boolean known = all().stream().anyMatch(setting -> setting.key().equals(key));
        String hint =
                known
                        ? ""
                        : Spelling.nearest(key, keys)
                                .map(k -> " Did you mean \"" + k + "\"?")
                                .orElse("");
        return new IllegalArgumentException(
                (known
                                ? "\"" + key + "\" has no place here."
                                : "There is no setting \"" + key + "\".")
                        + hint
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
