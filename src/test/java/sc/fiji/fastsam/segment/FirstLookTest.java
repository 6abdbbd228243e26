package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbPlanes;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.onnx.TinyModels;

class FirstLookTest {

    private static Look lookAt(float[] brightness) throws IOException {
        Size size = new Size(TinyModels.WIDTH, TinyModels.HEIGHT);
        ModelFile file = ModelFile.of(TinyModels.path("l2-dynamic"));
        try (OnnxNetwork network = OnnxNetwork.open(file, DeviceRequest.AUTO)) {
            ModelSpec spec =
                    ModelSpec.of(file, network.inputs(), network.outputs(), network.metadata());
            return new FirstLook(
                            new Predictor(network, spec),
                            Heads.of(network.outputs()),
                            RgbPlanes.grey(size, brightness),
                            new Run(Progress.NONE))
                    .at(1);
        }
    }

    @Test
    void theTypicalDiameterComesFromTheSmallerObjects() throws IOException {
        Look look = lookAt(TinyModels.brightness());
        double smallest = 0.94 * Math.sqrt(12 * 24);
        assertEquals(1.3 * smallest, look.diameter().orElseThrow(), 0.5);
        assertEquals(0.9, look.bestScore(), 0.01);
        assertTrue(look.whole().isPresent());
    }

    @Test
    void whereNothingIsSeenThereIsNoDiameter() throws IOException {
        Look look = lookAt(new float[TinyModels.WIDTH * TinyModels.HEIGHT]);
        assertFalse(look.diameter().isPresent());
        assertEquals(0, look.bestScore());
    }
}
