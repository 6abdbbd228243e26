package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.OnnxNetwork.Shapes;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

class FixedShapesTest {

    private static final DeviceRequest CPU = DeviceRequest.of(Device.CPU);

    /** More shapes than have sessions of their own; the first comes again. */
    private static final int[][] SIZES = {
        {64, 96}, {96, 64}, {64, 96}, {64, 64}, {96, 96}, {128, 64}, {64, 96}
    };

    private static Tensor input(int height, int width) {
        Random random = new Random(7);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Tensor.of(values, 1, 3, height, width);
    }

    @Test
    void eachShapeGivesWhatOneSessionForAnyGives() throws ModelException {
        try (OnnxNetwork any = OnnxNetwork.open(ModelFile.bundled(), CPU);
                OnnxNetwork few = OnnxNetwork.open(ModelFile.bundled(), CPU, Shapes.FEW)) {
            assertTrue(few.wantsFewShapes());
            assertEquals(any.inputs(), few.inputs());
            assertEquals(any.outputs(), few.outputs());
            for (int[] size : SIZES) {
                List<Tensor> expected = any.run(input(size[0], size[1]));
                List<Tensor> found = few.run(input(size[0], size[1]));
                for (int i = 0; i < expected.size(); i++) {
                    assertArrayEquals(expected.get(i).values(), found.get(i).values(), 0);
                }
            }
        }
    }

    @Test
    void onTheCpuNothingIsFixedUnasked() throws ModelException {
        try (OnnxNetwork network = OnnxNetwork.open(ModelFile.bundled(), CPU, Shapes.FEW_ON_CUDA)) {
            assertFalse(network.wantsFewShapes());
        }
    }

    @Test
    void aNetworkOfOneShapeNeedsNoSecondSession() throws Exception {
        Natives natives = Natives.load(CPU);
        ModelFile model = ModelFile.of(TinyModels.path(TinyModels.segmenting().findFirst().get()));
        SessionOpener opener = new SessionOpener(natives.environment(), model, 1);
        Session any = opener.open(Device.CPU);
        try (Session fixed = new FixedShapes(any, FixedShapesTest::unexpected)) {
            boolean open = any.openLengths().stream().anyMatch(name -> !name.isEmpty());
            assertFalse(open, any.openLengths().toString());
            assertEquals(
                    any.run(TinyModels.image(), () -> false).size(),
                    fixed.run(TinyModels.image(), () -> false).size());
        }
    }

    private static Session unexpected(Map<String, Integer> lengths) {
        throw new AssertionError(lengths);
    }
}
