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
                new Group("What is given out", OutputKeys.all()),
                new Group("Network and device", NetworkKeys.all()));
    }

    /** All, group after group. */
    public static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>();
        groups().forEach(group -> all.addAll(group.settings()));
        return all;
    }

    /**
     * The setting of a key.
     *
     * @throws IllegalArgumentException if there is none; names the nearest right key
     */
    public static Setting<?> of(String key) {
        return all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key));
    }

    private static IllegalArgumentException unknown(String key) {
        List<String> keys = all().stream().map(Setting::key).toList();
        String hint =
                Spelling.nearest(key, keys).map(k -> " Did you mean \"" + k + "\"?").orElse("");
        return new IllegalArgumentException(
                "There is no setting \""
                        + key
                        + "\"."
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
