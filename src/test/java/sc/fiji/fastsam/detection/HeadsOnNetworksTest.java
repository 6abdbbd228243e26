package sc.fiji.fastsam.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.InputPlacement;
import sc.fiji.fastsam.mask.MaskAssembler;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.onnx.TinyModels;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

/** The committed networks of all layouts, through ONNX Runtime. */
class HeadsOnNetworksTest {

    private static final Size SIZE = new Size(TinyModels.WIDTH, TinyModels.HEIGHT);
    private static final List<Box> BOXES =
            List.of(new Box(12, 8, 40, 24), new Box(60, 40, 92, 52), new Box(4, 36, 16, 60));
    private static final double[] SCORES = {0.9, 0.7, 0.6};

    /** The dimmest object's logit passes 0 one pixel inside its box: 10 x 22 of 12 x 24 pixels. */
    private static final double BOUNDS_IOU = 0.75;

    /** 16-bit floats and 8-bit integers. */
    private static final double SCORE_TOLERANCE = 5e-3;

    @ParameterizedTest
    @MethodSource("sc.fiji.fastsam.onnx.TinyModels#segmenting")
    void everyLayoutGivesTheSameThreeObjects(String name) throws ModelException {
        List<SegmentedObject> objects = objects(name);
        assertEquals(3, objects.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(BOXES.get(i), objects.get(i).boxInSource());
            assertEquals(SCORES[i], objects.get(i).score(), SCORE_TOLERANCE);
            Region bounds = objects.get(i).mask().bounds();
            assertTrue(bounds.toBox().iou(BOXES.get(i)) > BOUNDS_IOU, "mask in " + bounds);
        }
    }

    @Test
    void aHeadQuantizedWithItsBoxesIsExplained() {
        Exception e = assertThrows(HeadException.class, () -> objects("l7-int8-head"));
        assertTrue(e.getMessage().startsWith("All 126 scores of the network are exactly 0"));
    }

    @ParameterizedTest
    @MethodSource("sc.fiji.fastsam.onnx.TinyModels#others")
    void otherNetworksAreRefusedByTheirDeclaration(String name) throws ModelException {
        try (OnnxNetwork network = open(name)) {
            assertThrows(HeadException.class, () -> Heads.of(network.outputs()));
        }
    }

    private static List<SegmentedObject> objects(String name) throws ModelException {
        try (OnnxNetwork network = open(name)) {
            Head head = Heads.of(network.outputs());
            Proposals decoded = head.decode(network.run(imageFor(network)), 0.25f);
            Detections kept = Suppression.suppress(decoded, DetectionSettings.DEFAULT);
            InputPlacement placement = InputPlacement.ofWhole(Letterbox.centered(SIZE, SIZE));
            return new MaskAssembler(decoded.prototypes(), placement).assemble(kept.detections());
        }
    }

    private static Tensor imageFor(OnnxNetwork network) {
        if (network.inputs().get(0).shape().get(3) != 3) {
            return TinyModels.image();
        }
        float[] gray = TinyModels.brightness();
        Tensor channelLast = Tensor.zeros(1, TinyModels.HEIGHT, TinyModels.WIDTH, 3);
        for (int i = 0; i < channelLast.values().length; i++) {
            channelLast.values()[i] = gray[i / 3];
        }
        return channelLast;
    }

    private static OnnxNetwork open(String name) throws ModelException {
        return OnnxNetwork.open(ModelFile.of(TinyModels.path(name)), DeviceRequest.of(Device.CPU));
    }
}
