package sc.fiji.fastsam.host.gui;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a driven process saw: printed there as "name=value" lines, read back by the test. */
final class Seen {

    private final Map<String, Object> values = new TreeMap<>();

    void put(String name, Object value) {
        values.put(name, value);
    }

    /** Prints all on standard output. */
    void print() {
        values.forEach((name, value) -> System.out.println(name + "=" + value));
        System.out.flush();
    }

    /** The values in a process's output. */
    static Map<String, String> in(String output) {
        Map<String, String> values = new HashMap<>();
        for (String line : output.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }
}
