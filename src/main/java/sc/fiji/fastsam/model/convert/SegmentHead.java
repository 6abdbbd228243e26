package sc.fiji.fastsam.model.convert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.checkpoint.Weights;
import sc.fiji.fastsam.model.graph.Attribute;
import sc.fiji.fastsam.model.graph.OnnxGraph;

/**
 * The last layer: candidates [batch, 4 + classes + prototypes, N] of all levels, one level after
 * the other, row by row; and the prototypes [batch, prototype, y, x].
 */
final class SegmentHead {

    /** Sides of a box whose distances from the candidate's place are found. */
    private static final int SIDES = 4;

    private final NetworkBuilder network;
    private final OnnxGraph graph;
    private final TorchModule module;

    SegmentHead(NetworkBuilder network, TorchModule module) {
        this.network = network;
        this.graph = network.graph();
        this.module = module;
    }

    /**
     * Adds the layer and declares the outputs of the graph.
     *
     * @param levels fine to coarse
     * @return the coarsest level's stride, in network pixels
     * @throws IOException if the strides cannot be read
     */
    int append(List<Value> levels) throws IOException {
        float[] strides = strides(levels.size());
        int classes = module.integer("nc");
        int prototypes = module.integer("nm");
        int bins = module.integer("reg_max");
        String boxes = branch("cv2", SIDES * bins, levels);
        String scores = branch("cv3", classes, levels);
        String coefficients = branch("cv4", prototypes, levels);
        String candidates =
                network.concat(
                        1,
                        List.of(
                                decode(distances(boxes, bins), Places.of(network, levels, strides)),
                                graph.add("Sigmoid", List.of(scores)),
                                coefficients));
        Value proto = network.append(module.child("proto"), levels.get(0));
        int rows = SIDES + classes + prototypes;
        graph.output("output0", candidates, "batch", rows, "candidates");
        graph.output("output1", proto.name(), "batch", proto.channels(), "mask_y", "mask_x");
        return Math.round(strides[strides.length - 1]);
    }

    /** Its own convolutions on each level: [batch, channel, N]. */
    private String branch(String name, int channels, List<Value> levels)
            throws CheckpointException {
        List<TorchModule> branches = module.child(name).children();
        if (branches.size() != levels.size()) {
            throw module.problem(
                    "has "
                            + branches.size()
                            + " parts "
                            + name
                            + " for "
                            + levels.size()
                            + " levels");
        }
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Value value = network.append(branches.get(i), levels.get(i));
            if (value.channels() != channels) {
                throw branches.get(i).problem("gives other than " + channels + " channels");
            }
            flat.add(network.reshape(value.name(), 0, channels, -1));
        }
        return network.concat(2, flat);
    }

    /** Expected value over the bins of each side: [batch, 4, N], in strides. */
    private String distances(String boxes, int bins) throws CheckpointException {
        TorchModule convolution = module.child("dfl").child("conv");
        Weights weights = convolution.weights("weight", SIDES);
        if (weights.count() != bins) {
            throw convolution.problem("has " + weights.count() + " numbers, not " + bins);
        }
        String bySide = network.reshape(boxes, 0, SIDES, bins, -1);
        String byBin =
                graph.add(
                        "Softmax",
                        List.of(
                                graph.add(
                                        "Transpose",
                                        List.of(bySide),
                                        Attribute.ofNumbers("perm", 0, 2, 1, 3))),
                        Attribute.of("axis", 1));
        String kernel =
                graph.weight(convolution.path() + ".weight", weights::read, weights.shape());
        return network.reshape(graph.add("Conv", List.of(byBin, kernel)), 0, SIDES, -1);
    }

    /** Center x, center y, width, height in network pixels: [batch, 4, N]. */
    private String decode(String distances, Places places) {
        List<String> parts = network.split(distances, 1, 2, 2);
        String first = graph.add("Sub", List.of(places.centers(), parts.get(0)));
        String last = graph.add("Add", List.of(places.centers(), parts.get(1)));
        String sum = graph.add("Add", List.of(first, last));
        String center = graph.add("Div", List.of(sum, graph.floats(2)));
        String size = graph.add("Sub", List.of(last, first));
        return graph.add(
                "Mul", List.of(network.concat(1, List.of(center, size)), places.strides()));
    }

    /** Network pixels from one place to the next, on each level. */
    private float[] strides(int levels) throws IOException {
        float[] strides = module.weights("stride", 1).read();
        if (strides.length != levels) {
            throw module.problem("has " + strides.length + " strides for " + levels + " levels");
        }
        for (float stride : strides) {
            if (!(stride >= 1) || stride > 1024) {
                throw module.problem("has a stride of " + stride);
            }
        }
        return strides;
    }
}
