package sc.fiji.fastsam.model.convert;

import static java.util.Map.entry;

import java.util.Map;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;

/** Which types of modules can be imported, by their class's last name. */
final class Layers {

    /** What to do with a network that cannot be imported; ends a message. */
    static final String EXPORT_INSTEAD =
            "Export the network to ONNX with the software that made it (with Ultralytics: yolo"
                    + " export model=FILE.pt format=onnx dynamic=True) and use that file";

    private static final Map<String, Layer> BY_TYPE =
            Map.ofEntries(
                    entry("Conv", Convolutions::block),
                    entry("DWConv", Convolutions::block),
                    entry("Conv2d", Convolutions::plain),
                    entry("ConvTranspose2d", Convolutions::transposed),
                    entry("SiLU", Simple::silu),
                    entry("ReLU", (network, module, in) -> network.node("Relu", in.get(0))),
                    entry("Identity", (network, module, in) -> in.get(0)),
                    entry("MaxPool2d", Simple::maxPool),
                    entry("Upsample", Simple::upsample),
                    entry("Concat", Simple::concat),
                    entry("Sequential", (network, m, in) -> network.chain(m.children(), in.get(0))),
                    entry("Bottleneck", Blocks::bottleneck),
                    entry("C2f", Blocks::c2f),
                    entry("C3k2", Blocks::c2f),
                    entry("C3", Blocks::c3),
                    entry("C3k", Blocks::c3),
                    entry("SPPF", Blocks::sppf),
                    entry("C2PSA", AttentionBlocks::c2psa),
                    entry("PSABlock", AttentionBlocks::psa),
                    entry("Attention", AttentionBlocks::attention),
                    entry("Proto", Blocks::prototypes));

    private Layers() {}

    /**
     * The rule for a module.
     *
     * @throws CheckpointException if its type is not known
     */
    static Layer of(TorchModule module) throws CheckpointException {
        Layer layer = BY_TYPE.get(module.type());
        if (layer == null) {
            throw module.problem("is none of FastSAM, YOLOv8 or YOLO11. " + EXPORT_INSTEAD);
        }
        return layer;
    }
}
