package sc.fiji.fastsam.model.convert;

import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.graph.Attribute;
import sc.fiji.fastsam.model.graph.OnnxGraph;

/** Modules without weights. */
final class Simple {

    private static final int GREATEST_ENLARGEMENT = 16;

    private Simple() {}

    /** x sigmoid(x). */
    static Value silu(NetworkBuilder network, TorchModule module, List<Value> in) {
        Value value = in.get(0);
        String gate = network.node("Sigmoid", value).name();
        return new Value(network.graph().add("Mul", List.of(value.name(), gate)), value.channels());
    }

    /** The greatest of a window. */
    static Value maxPool(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        int[] padding = module.pair("padding");
        if (module.flag("ceil_mode") || !Arrays.equals(module.pair("dilation"), new int[] {1, 1})) {
            throw module.problem("rounds up or is dilated");
        }
        return network.node(
                "MaxPool",
                in.get(0),
                Attribute.ofNumbers("kernel_shape", module.pair("kernel_size")),
                Attribute.ofNumbers("strides", module.pair("stride")),
                Attribute.ofNumbers("pads", padding[0], padding[1], padding[0], padding[1]));
    }

    /** Enlarges by a whole number, repeating pixels. */
    static Value upsample(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Object mode = module.attribute("mode").orElse("nearest");
        double scale = module.number("scale_factor");
        if (!mode.equals("nearest") || scale != Math.rint(scale) || scale > GREATEST_ENLARGEMENT) {
            throw module.problem("enlarges " + scale + " times by the method " + mode);
        }
        OnnxGraph graph = network.graph();
        String name =
                graph.add(
                        "Resize",
                        List.of(
                                in.get(0).name(),
                                "",
                                graph.floats(1, 1, (float) scale, (float) scale)),
                        Attribute.of("mode", "nearest"),
                        Attribute.of("nearest_mode", "floor"),
                        Attribute.of("coordinate_transformation_mode", "asymmetric"));
        return new Value(name, in.get(0).channels());
    }

    /** Joins several inputs along their channels. */
    static Value concat(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        if (module.integer("d") != 1) {
            throw module.problem("joins along axis " + module.integer("d") + ", not the channels");
        }
        return network.concat(in);
    }
}
