package sc.fiji.fastsam.batch.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.fastsam.io.Fingerprint;
import sc.fiji.fastsam.settings.KeyValues;

/**
 * What decides, besides the image, what its results are. Equal ones give equal results.
 *
 * @param settings those that differ from the defaults, as macros write them
 * @param model SHA-256 of the network's file
 * @param version of this software
 */
public record Recipe(String settings, String model, String version) {

    private static final int SHORT = 16;

    /** A fingerprint of the settings: 16 hexadecimal digits. */
    public String settingsHash() {
        return Fingerprint.of(settings).substring(0, SHORT);
    }

    /** What is other here than in an earlier one, as "diameter 20 -> 30"; empty if nothing. */
    public List<String> changesFrom(Recipe before) {
        List<String> changes = new ArrayList<>();
        Map<String, String> now = values(settings);
        Map<String, String> then = values(before.settings);
        Map<String, String> all = new TreeMap<>(then);
        all.putAll(now);
        for (String key : all.keySet()) {
            String from = then.getOrDefault(key, "default");
            String to = now.getOrDefault(key, "default");
            if (!from.equals(to)) {
                boolean isContent = isFingerprint(from) || isFingerprint(to);
                changes.add(isContent ? "other " + key : key + " " + from + " -> " + to);
            }
        }
        if (changes.isEmpty() && !settings.equals(before.settings)) {
            changes.add("settings");
        }
        if (!model.equals(before.model)) {
            changes.add("another network");
        }
        if (!version.equals(before.version)) {
            changes.add("version " + before.version + " -> " + version);
        }
        return changes;
    }

    /** True for a file's content, which tells a reader nothing. */
    private static boolean isFingerprint(String value) {
        return value.matches("[0-9a-f]{64}");
    }

    /** NB: a journal may hold anything. */
    private static Map<String, String> values(String text) {
        try {
            return KeyValues.parse(text);
        } catch (IllegalArgumentException e) {
            return Map.of("settings", text);
        }
    }
}
