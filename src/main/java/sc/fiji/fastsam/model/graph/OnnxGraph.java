package sc.fiji.fastsam.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network being put together: nodes in the order in which they run, and their weights. */
public final class OnnxGraph {

    /** ONNX's number for 32-bit floats. */
    static final long FLOAT = 1;

    private static final long INT64 = 7;
    private static final int NODE = 1;
    private static final int NAME = 2;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private final ProtoMessage nodes = new ProtoMessage();
    private final ProtoMessage constants = new ProtoMessage();
    private final ProtoMessage ports = new ProtoMessage();
    private final List<Weight> weights = new ArrayList<>();
    private final Map<List<Object>, String> known = new LinkedHashMap<>();
    private int count;

    /** Numbers of a weight that go into the file later. */
    record Weight(byte[] head, int numbers, FloatSource source) {}

    /** Nodes so far. */
    public int size() {
        return count;
    }

    /**
     * Adds a node with one output.
     *
     * @param inputs names of values; an empty one stands for an input that is left out
     * @return name of the output
     */
    public String add(String operator, List<String> inputs, Attribute... attributes) {
        return add(operator, inputs, 1, attributes).get(0);
    }

    /** Likewise, with several outputs. */
    public List<String> add(
            String operator, List<String> inputs, int outputs, Attribute... attributes) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            names.add(operator.toLowerCase(Locale.ROOT) + "_" + count + "_" + i);
        }
        addNode(operator, inputs, names, attributes);
        return names;
    }

    private void addNode(
            String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(name -> node.add(1, name));
        outputs.forEach(name -> node.add(2, name));
        node.add(3, operator + "_" + count++).add(4, operator);
        for (Attribute attribute : attributes) {
            node.add(5, attribute.message());
        }
        nodes.add(NODE, node);
    }

    /** A constant vector of 32-bit floats; an equal one is used again. */
    public String floats(float... values) {
        return known.computeIfAbsent(
                List.of(FLOAT, Arrays.toString(values)),
                key -> {
                    ProtoMessage tensor = new ProtoMessage().add(1, values.length).add(2, FLOAT);
                    for (float value : values) {
                        tensor.add(4, value);
                    }
                    return constant(tensor);
                });
    }

    /** A constant vector of whole numbers; an equal one is used again. */
    public String integers(long... values) {
        return known.computeIfAbsent(
                List.of(INT64, Arrays.toString(values)),
                key -> {
                    ProtoMessage tensor = new ProtoMessage().add(1, values.length).add(2, INT64);
                    for (long value : values) {
                        tensor.add(7, value);
                    }
                    return constant(tensor);
                });
    }

    private String constant(ProtoMessage tensor) {
        String name = "constant_" + known.size();
        constants.add(INITIALIZER, tensor.add(8, name));
        return name;
    }

    /**
     * Adds a weight that is computed when the file is written.
     *
     * @param name unique among the values
     * @param source gives as many numbers as the shape says
     * @return the name
     */
    public String weight(String name, FloatSource source, int... shape) {
        ProtoMessage head = new ProtoMessage();
        int numbers = 1;
        for (int length : shape) {
            head.add(1, length);
            numbers = Math.multiplyExact(numbers, length);
        }
        head.add(2, FLOAT).add(8, name).announce(9, (long) numbers * Float.BYTES);
        weights.add(new Weight(head.toBytes(), numbers, source));
        return name;
    }

    /**
     * Declares an input of 32-bit floats.
     *
     * @param axes whole numbers, or names where the length is open
     */
    public void input(String name, Object... axes) {
        ports.add(INPUT, port(name, axes));
    }

    /** Declares an output of 32-bit floats, which takes a value's place. */
    public void output(String name, String value, Object... axes) {
        addNode("Identity", List.of(value), List.of(name));
        ports.add(OUTPUT, port(name, axes));
    }

    private static ProtoMessage port(String name, Object... axes) {
        ProtoMessage shape = new ProtoMessage();
        for (Object axis : axes) {
            ProtoMessage length = new ProtoMessage();
            shape.add(
                    1,
                    axis instanceof Integer number
                            ? length.add(1, number.longValue())
                            : length.add(2, axis.toString()));
        }
        ProtoMessage tensor = new ProtoMessage().add(1, FLOAT).add(2, shape);
        return new ProtoMessage().add(1, name).add(2, new ProtoMessage().add(1, tensor));
    }

    /** All but the weights. */
    List<byte[]> messages() {
        ProtoMessage name = new ProtoMessage().add(NAME, "network");
        return List.of(nodes.toBytes(), name.toBytes(), constants.toBytes(), ports.toBytes());
    }

    /** Those to be written after {@link #messages()}. */
    List<Weight> weights() {
        return weights;
    }
}
