package sc.fiji.fastsam.model.pickle;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads pickles of protocol 2, which PyTorch writes. Values are {@link Long}, {@link Double},
 * {@link Boolean}, {@link String}, {@link None}, {@link PickleList}, {@link PickleDict}, {@link
 * PickleObject}, {@link ClassName} and {@link PersistentId}.
 */
public final class PickleReader {

    /** Values that a pickle may hold: 9 times what the largest network with optimizer has. */
    static final int MOST_VALUES = 1_000_000;

    private static final ClassName ORDERED_DICT = new ClassName("collections", "OrderedDict");

    private final PickleInput in;
    private final PickleStack stack = new PickleStack(MOST_VALUES);
    private final Predicate<ClassName> known;

    private PickleReader(byte[] pickle, Predicate<ClassName> known) {
        this.in = new PickleInput(pickle);
        this.known = known;
    }

    /**
     * What a pickle holds. Takes memory for a million small values at most, whatever it says.
     *
     * @param known which classes and functions may be named
     * @throws PickleException if it names others, is damaged, too large or of another protocol
     */
    public static Object read(byte[] pickle, Predicate<ClassName> known) throws PickleException {
        PickleReader reader = new PickleReader(pickle, known);
        int code;
        while ((code = reader.in.unsignedByte()) != Opcodes.STOP) {
            Opcodes.of(code, reader.in.position() - 1).run(reader);
        }
        return reader.stack.pop();
    }

    PickleInput in() {
        return in;
    }

    PickleStack stack() {
        return stack;
    }

    void protocol() throws PickleException {
        int protocol = in.unsignedByte();
        if (protocol != 2) {
            throw new PickleException(
                    "is of pickle protocol "
                            + protocol
                            + ", not 2. Save it again with torch.save and its usual protocol");
        }
    }

    void name() throws PickleException {
        ClassName name = new ClassName(in.line(), in.line());
        if (!known.test(name)) {
            throw new PickleException(
                    "names " + name + ", which is not in the list of known classes");
        }
        stack.push(name);
    }

    /** Notes that a class or function would be called; none is. */
    void call() throws PickleException {
        PickleList arguments = list(stack.pop());
        if (!(stack.pop() instanceof ClassName function)) {
            throw new PickleException("calls what is no class or function by name");
        }
        boolean dictionary = function.equals(ORDERED_DICT) && arguments.items().isEmpty();
        stack.push(dictionary ? new PickleDict() : new PickleObject(function, arguments));
    }

    /** Sets attributes: those of a dictionary or both dictionaries of a tuple, nothing else. */
    void build() throws PickleException {
        Object state = stack.pop();
        if (!(stack.top() instanceof PickleObject object)) {
            return;
        }
        List<Object> parts = state instanceof PickleList tuple ? tuple.items() : List.of(state);
        for (Object part : parts) {
            if (part instanceof PickleDict attributes) {
                object.state().putAll(attributes);
            }
        }
    }

    void tuple(int length) throws PickleException {
        Object[] items = new Object[length];
        for (int i = length - 1; i >= 0; i--) {
            items[i] = stack.pop();
        }
        stack.push(new PickleList(Arrays.asList(items)));
    }

    void append(List<Object> items) throws PickleException {
        list(stack.top()).addAll(items);
    }

    void setItems(List<Object> pairs) throws PickleException {
        if (pairs.size() % 2 != 0) {
            throw new PickleException("has a dictionary with a key but no value");
        }
        PickleDict dict = dict(stack.top());
        for (int i = 0; i < pairs.size(); i += 2) {
            dict.put(pairs.get(i), pairs.get(i + 1));
        }
    }

    private static PickleList list(Object value) throws PickleException {
        if (value instanceof PickleList list) {
            return list;
        }
        throw new PickleException("has " + kind(value) + " where a list must be");
    }

    private static PickleDict dict(Object value) throws PickleException {
        if (value instanceof PickleDict dict) {
            return dict;
        }
        if (value instanceof PickleObject object) {
            return object.state();
        }
        throw new PickleException("has " + kind(value) + " where a dictionary must be");
    }

    private static String kind(Object value) {
        return value instanceof String ? "a text" : value.toString();
    }
}
