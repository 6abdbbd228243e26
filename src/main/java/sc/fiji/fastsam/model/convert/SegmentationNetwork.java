package sc.fiji.fastsam.model.convert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.graph.OnnxGraph;
import sc.fiji.fastsam.model.pickle.PickleList;

/** A whole network: its layers one after the other, each fed from earlier ones. */
final class SegmentationNetwork {

    private static final Map<String, String> OTHER_HEADS =
            Map.of(
                    "Detect", "a detection network, which finds boxes but no masks",
                    "WorldDetect", "a detection network, which finds boxes but no masks",
                    "v10Detect", "a detection network, which finds boxes but no masks",
                    "RTDETRDecoder", "a detection network, which finds boxes but no masks",
                    "Pose", "a pose network, which finds key points but no masks",
                    "OBB", "a network for rotated boxes, which finds no masks",
                    "Classify", "a classification network, which finds no objects");

    /** Heads that find masks in a way of their own. */
    private static final Map<String, String> UNKNOWN_HEADS =
            Map.of("Segment26", "a YOLO26 network", "YOLOESegment", "a YOLOE network");

    private final NetworkBuilder network = new NetworkBuilder();
    private final List<Value> values = new ArrayList<>();
    private int stride;

    private SegmentationNetwork() {}

    OnnxGraph graph() {
        return network.graph();
    }

    /** Both sides of the image must be multiples of it, in network pixels. */
    int stride() {
        return stride;
    }

    /**
     * Makes the network.
     *
     * @param module the network, whose part "model" holds the layers
     * @throws CheckpointException if it is not of a known kind
     * @throws IOException if the checkpoint cannot be read
     */
    static SegmentationNetwork of(TorchModule module) throws IOException {
        TorchModule model =
                module.optionalChild("model")
                        .orElseThrow(
                                () ->
                                        new CheckpointException(
                                                "holds a "
                                                        + module.type()
                                                        + ", which is no network of Ultralytics"));
        List<TorchModule> layers = model.children();
        checkHead(layers);
        SegmentationNetwork network = new SegmentationNetwork();
        network.append(layers);
        return network;
    }

    private static void checkHead(List<TorchModule> layers) throws CheckpointException {
        if (layers.isEmpty()) {
            throw new CheckpointException("holds a network without layers");
        }
        TorchModule head = layers.get(layers.size() - 1);
        if (OTHER_HEADS.containsKey(head.type())) {
            throw new CheckpointException(
                    "is "
                            + OTHER_HEADS.get(head.type())
                            + " (its last layer is "
                            + head.type()
                            + "). Import a segmentation network: FastSAM, YOLOv8-seg or"
                            + " YOLO11-seg");
        }
        if (UNKNOWN_HEADS.containsKey(head.type())) {
            throw new CheckpointException(
                    "is "
                            + UNKNOWN_HEADS.get(head.type())
                            + ", which cannot be imported (its last layer is "
                            + head.type()
                            + "). "
                            + Layers.EXPORT_INSTEAD);
        }
        boolean known =
                head.type().equals("Segment") && head.optionalChild("one2one_cv2").isEmpty();
        if (!known) {
            throw head.problem(
                    "is no head of FastSAM, YOLOv8-seg or YOLO11-seg. " + Layers.EXPORT_INSTEAD);
        }
    }

    private void append(List<TorchModule> layers) throws IOException {
        Value image = new Value("images", channels(layers.get(0)));
        network.graph().input(image.name(), "batch", image.channels(), "height", "width");
        values.add(image);
        for (TorchModule layer : layers.subList(0, layers.size() - 1)) {
            values.add(network.append(layer, inputs(layer)));
        }
        TorchModule head = layers.get(layers.size() - 1);
        stride = new SegmentHead(network, head).append(inputs(head));
    }

    /** Of the image: 3, or 1 where the network was trained on gray ones. */
    private static int channels(TorchModule first) throws CheckpointException {
        Optional<TorchModule> convolution = first.optionalChild("conv");
        boolean gray =
                convolution.isPresent() && convolution.get().weights("weight", 4).shape()[1] == 1;
        return gray && convolution.get().integer("groups") == 1 ? 1 : 3;
    }

    /** What the layer's "f" says: -1 is the layer before, 0 the first layer. */
    private List<Value> inputs(TorchModule layer) throws CheckpointException {
        Object from = layer.attribute("f").orElse("nothing");
        List<Object> places = from instanceof PickleList list ? list.items() : List.of(from);
        List<Value> inputs = new ArrayList<>();
        for (Object place : places) {
            boolean earlier =
                    place instanceof Long number && number >= -1 && number < values.size() - 1;
            if (!earlier) {
                throw layer.problem("takes its input from " + place + ", which is no layer before");
            }
            int number = ((Long) place).intValue();
            inputs.add(number < 0 ? values.get(values.size() - 1) : values.get(number + 1));
        }
        if (inputs.isEmpty()) {
            throw layer.problem("has no input");
        }
        return inputs;
    }
}
