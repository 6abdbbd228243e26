package sc.fiji.fastsam.model.convert;

import java.util.List;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.graph.Attribute;
import sc.fiji.fastsam.model.graph.OnnxGraph;

/** A graph being made of modules. Modules that hold themselves or repeat forever are refused. */
final class NetworkBuilder {

    /** Modules within one another; real networks have 8. */
    private static final int DEEPEST = 32;

    /** Nodes; the largest of the networks (YOLO11x) has 1000. */
    private static final int MOST_NODES = 10_000;

    private final OnnxGraph graph = new OnnxGraph();
    private int depth;

    OnnxGraph graph() {
        return graph;
    }

    /** Adds what a module of any known type computes. */
    Value append(TorchModule module, Value... inputs) throws CheckpointException {
        return append(module, List.of(inputs));
    }

    /** Likewise. */
    Value append(TorchModule module, List<Value> inputs) throws CheckpointException {
        if (++depth > DEEPEST || graph.size() > MOST_NODES) {
            throw module.problem("lies in a network that is larger or deeper than any known");
        }
        Value value = Layers.of(module).append(this, module, inputs);
        depth--;
        return value;
    }

    /** Adds parts one after the other. */
    Value chain(List<TorchModule> modules, Value input) throws CheckpointException {
        Value value = input;
        for (TorchModule module : modules) {
            value = append(module, value);
        }
        return value;
    }

    /** Adds a node that keeps the number of channels. */
    Value node(String operator, Value input, Attribute... attributes) {
        return new Value(graph.add(operator, List.of(input.name()), attributes), input.channels());
    }

    Value sum(Value a, Value b, TorchModule module) throws CheckpointException {
        if (a.channels() != b.channels()) {
            throw module.problem("adds " + a.channels() + " to " + b.channels() + " channels");
        }
        return new Value(graph.add("Add", List.of(a.name(), b.name())), a.channels());
    }

    /** Joins values along their channels. */
    Value concat(List<Value> values) {
        return new Value(
                concat(1, values.stream().map(Value::name).toList()),
                values.stream().mapToInt(Value::channels).sum());
    }

    String concat(int axis, List<String> names) {
        return graph.add("Concat", names, Attribute.of("axis", axis));
    }

    String reshape(String value, long... shape) {
        return graph.add("Reshape", List.of(value, graph.integers(shape)));
    }

    /** Cuts along an axis into parts of given lengths. */
    List<String> split(String value, int axis, long... lengths) {
        return graph.add(
                "Split",
                List.of(value, graph.integers(lengths)),
                lengths.length,
                Attribute.of("axis", axis));
    }

    /** Cuts the channels into two halves. */
    List<Value> halves(Value value, TorchModule module) throws CheckpointException {
        int half = value.channels() / 2;
        if (half * 2 != value.channels()) {
            throw module.problem("halves " + value.channels() + " channels");
        }
        return split(value.name(), 1, half, half).stream()
                .map(name -> new Value(name, half))
                .toList();
    }
}
