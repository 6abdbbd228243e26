package sc.fiji.fastsam.model.pickle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary of Python, in the order of its entries. Keys are {@link String}, {@link Long},
 * {@link Double}, {@link Boolean} or {@link None}. May hold itself, so equality is identity.
 */
public final class PickleDict {

    private Map<Object, Object> entries = Map.of();

    PickleDict() {}

    /** In their order; not to be changed. */
    public Map<Object, Object> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** A value; empty where there is none, or {@link None}. */
    public Optional<Object> get(Object key) {
        return Optional.ofNullable(entries.get(key)).filter(value -> value != None.NONE);
    }

    /**
     * NB: other keys are refused, because the hash of a container is that of all it holds, which
     * nested lists make exponential and cyclic ones endless.
     */
    void put(Object key, Object value) throws PickleException {
        boolean plain =
                key instanceof String
                        || key instanceof Long
                        || key instanceof Double
                        || key instanceof Boolean
                        || key == None.NONE;
        if (!plain) {
            throw new PickleException("has a dictionary whose key is " + key);
        }
        if (entries.isEmpty()) {
            entries = new LinkedHashMap<>();
        }
        entries.put(key, value);
    }

    void putAll(PickleDict other) throws PickleException {
        for (Map.Entry<Object, Object> entry : other.entries.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    /** NB: not of the entries, among which the dictionary itself may be. */
    @Override
    public String toString() {
        return "a dictionary of " + entries.size();
    }
}
