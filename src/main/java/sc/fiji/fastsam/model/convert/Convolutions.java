package sc.fiji.fastsam.model.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.checkpoint.Weights;
import sc.fiji.fastsam.model.graph.Attribute;
import sc.fiji.fastsam.model.graph.OnnxGraph;

/** Convolutions, with the batch normalization behind them folded into their weights. */
final class Convolutions {

    private Convolutions() {}

    /** Convolution, normalization (missing where the file's network was fused), activation. */
    static Value block(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Optional<TorchModule> norm = module.optionalChild("bn");
        TorchModule convolution = module.child("conv");
        Value value =
                convolve(network, convolution, FoldedWeights.of(convolution, norm), in.get(0));
        return network.append(module.child("act"), value);
    }

    /** A convolution alone. */
    static Value plain(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        return convolve(network, module, FoldedWeights.of(module, Optional.empty()), in.get(0));
    }

    private static Value convolve(
            NetworkBuilder network, TorchModule module, FoldedWeights folded, Value in)
            throws CheckpointException {
        int[] shape = folded.shape();
        int groups = module.integer("groups");
        checkUsual(module);
        if ((long) shape[1] * groups != in.channels()) {
            throw module.problem(
                    "takes " + shape[1] * groups + " channels, but gets " + in.channels());
        }
        OnnxGraph graph = network.graph();
        String weight = graph.weight(module.path() + ".weight", folded::weight, shape);
        String bias = graph.weight(module.path() + ".bias", folded::bias, shape[0]);
        String name =
                graph.add(
                        "Conv",
                        List.of(in.name(), weight, bias),
                        Attribute.ofNumbers("kernel_shape", shape[2], shape[3]),
                        Attribute.ofNumbers("strides", module.pair("stride")),
                        Attribute.ofNumbers("pads", pads(module)),
                        Attribute.ofNumbers("dilations", module.pair("dilation")),
                        Attribute.of("group", groups));
        return new Value(name, shape[0]);
    }

    /** Before and after each axis: y, x, y, x. */
    private static int[] pads(TorchModule module) throws CheckpointException {
        int[] pads = Arrays.copyOf(module.pair("padding"), 4);
        pads[2] = pads[0];
        pads[3] = pads[1];
        return pads;
    }

    private static void checkUsual(TorchModule module) throws CheckpointException {
        Object mode = module.attribute("padding_mode").orElse("zeros");
        if (!mode.equals("zeros")) {
            throw module.problem("pads with " + mode + ", not zeros");
        }
    }

    /** A transposed convolution without padding, of one group. */
    static Value transposed(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Weights weights = module.weights("weight", 4);
        int[] shape = weights.shape();
        boolean usual =
                Arrays.equals(module.pair("padding"), new int[2])
                        && Arrays.equals(module.pair("output_padding"), new int[2])
                        && module.integer("groups") == 1
                        && shape[0] == in.get(0).channels();
        if (!usual) {
            throw module.problem(
                    "is no plain enlargement of " + in.get(0).channels() + " channels");
        }
        OnnxGraph graph = network.graph();
        FoldedWeights bias = FoldedWeights.ofBias(module, shape[1]);
        String name =
                graph.add(
                        "ConvTranspose",
                        List.of(
                                in.get(0).name(),
                                graph.weight(module.path() + ".weight", weights::read, shape),
                                graph.weight(module.path() + ".bias", bias::bias, shape[1])),
                        Attribute.ofNumbers("kernel_shape", shape[2], shape[3]),
                        Attribute.ofNumbers("strides", module.pair("stride")));
        return new Value(name, shape[1]);
    }
}
