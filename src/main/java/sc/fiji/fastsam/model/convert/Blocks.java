package sc.fiji.fastsam.model.convert;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;

/** Blocks of convolutions, as the published descriptions of YOLOv8 and YOLO11 draw them. */
final class Blocks {

    /** Poolings of an SPPF whose file does not say how many. */
    private static final int USUAL_POOLINGS = 3;

    private static final int MOST_POOLINGS = 16;

    private Blocks() {}

    /** Two convolutions, round which the input may be passed by. */
    static Value bottleneck(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Value value = network.chain(List.of(module.child("cv1"), module.child("cv2")), in.get(0));
        return module.flag("add") ? network.sum(in.get(0), value, module) : value;
    }

    /** Halves; the second goes on through the parts, and all that comes by is joined. */
    static Value c2f(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Value first = network.append(module.child("cv1"), in);
        List<Value> values = new ArrayList<>(network.halves(first, module));
        for (TorchModule part : module.child("m").children()) {
            values.add(network.append(part, values.get(values.size() - 1)));
        }
        return network.append(module.child("cv2"), network.concat(values));
    }

    /** Two ways, one through the parts, joined. */
    static Value c3(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Value deep = network.append(module.child("m"), network.append(module.child("cv1"), in));
        Value flat = network.append(module.child("cv2"), in);
        return network.append(module.child("cv3"), network.concat(List.of(deep, flat)));
    }

    /** A pooling again and again, and all that comes by is joined. */
    static Value sppf(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        int poolings = module.attribute("n").isPresent() ? module.integer("n") : USUAL_POOLINGS;
        if (poolings > MOST_POOLINGS) {
            throw module.problem("pools " + poolings + " times");
        }
        List<Value> values = new ArrayList<>(List.of(network.append(module.child("cv1"), in)));
        for (int i = 0; i < poolings; i++) {
            values.add(network.append(module.child("m"), values.get(i)));
        }
        Value joined = network.append(module.child("cv2"), network.concat(values));
        return module.flag("add") ? network.sum(joined, in.get(0), module) : joined;
    }

    /** Prototypes of masks: [batch, prototype, y, x] at twice the input's size. */
    static Value prototypes(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        return network.chain(
                List.of(
                        module.child("cv1"),
                        module.child("upsample"),
                        module.child("cv2"),
                        module.child("cv3")),
                in.get(0));
    }
}
