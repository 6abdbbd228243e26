package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.settings.ScaleSettings;

/** What the bundled network makes of the scale of small objects on camera fields. */
class ScaleOfFieldsTest {

    private static OnnxNetwork network;
    private static ModelSpec spec;

    @BeforeAll
    static void open() throws ModelException {
        ModelFile file = ModelFile.bundled();
        network = OnnxNetwork.open(file, DeviceRequest.AUTO);
        spec = ModelSpec.of(file, network.inputs(), network.outputs(), network.metadata());
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static Scale scale(RgbImage image) {
        Sight sight =
                new PlaneSight(
                        new TilePredictor(network, spec),
                        Heads.of(network.outputs()),
                        image,
                        new Run(Progress.NONE));
        return new ScaleChooser(spec, ScaleSettings.AUTOMATIC, image.size()).choose(sight);
    }

    /** Discs on a noisy ground, a grid of them. */
    private static RgbImage discs(int side, double diameter, double contrast) {
        Random random = new Random(side);
        float[] values = new float[side * side];
        double step = 1.9 * diameter;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double dx = x - step * Math.rint(x / step);
                double dy = y - step * Math.rint(y / step);
                double inside = diameter / 2 - Math.hypot(dx, dy) + 0.5;
                double disc = Math.max(0, Math.min(1, inside));
                double value = 0.3 + contrast * disc + 0.02 * random.nextGaussian();
                values[y * side + x] = (float) Math.max(0, Math.min(1, value));
            }
        }
        return RgbImage.gray(new Size(side, side), values);
    }

    @ParameterizedTest
    @CsvSource({
        "1800, 12, 0.5",
        "2500, 12, 0.5",
        "1400, 16, -0.25",
        "2048, 20, 0.4",
    })
    void smallObjectsOnALargeFieldAreSeen(int side, double diameter, double contrast) {
        Scale scale = scale(discs(side, diameter, contrast));
        assertEquals(1, scale.gain() * diameter / 44, 0.25);
        assertTrue(scale.sure());
    }

    @Test
    void partsOfAFieldHaveTheScaleOfTheWhole() {
        RgbImage field = discs(1800, 12, 0.5);
        double whole = scale(field).gain();
        for (int side : new int[] {1200, 800, 400}) {
            double part = scale(field.crop(new Region(300, 200, side, side))).gain();
            assertEquals(1, part / whole, 0.2, "part of " + side);
        }
    }

    @Test
    void aFieldOfNoiseShowsNothing() {
        Scale scale = scale(discs(1500, 12, 0));
        assertFalse(scale.sure());
        assertTrue(scale.gain() <= 640 / 1500.0 + 1e-9);
    }
}
