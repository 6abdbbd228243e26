package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.detection.Candidate;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.onnx.TinyModels;

class PlaneSightTest {

    private static Look lookAt(float[] brightness) throws IOException {
        Size size = new Size(TinyModels.WIDTH, TinyModels.HEIGHT);
        ModelFile file = ModelFile.of(TinyModels.path("l2-dynamic"));
        try (OnnxNetwork network = OnnxNetwork.open(file, DeviceRequest.AUTO)) {
            ModelSpec spec =
                    ModelSpec.of(file, network.inputs(), network.outputs(), network.metadata());
            return new PlaneSight(
                            new TilePredictor(network, spec),
                            Heads.of(network.outputs()),
                            RgbImage.gray(size, brightness),
                            new Run(Progress.NONE))
                    .whole(1);
        }
    }

    @Test
    void theTypicalDiameterComesFromTheSmallerObjects() throws IOException {
        Look look = lookAt(TinyModels.brightness());
        // NB: the smallest has 0.6 of the scores' sum of 2.2, less than the share that may be
        // smaller.
        double second = 0.94 * Math.sqrt(32 * 12);
        assertEquals(1.3 * second, look.diameter().orElseThrow(), 0.5);
        assertEquals(0.9, look.bestScore(), 0.01);
        assertTrue(look.whole().isPresent());
    }

    @Test
    void whereNothingIsSeenThereIsNoDiameter() throws IOException {
        Look look = lookAt(new float[TinyModels.WIDTH * TinyModels.HEIGHT]);
        assertFalse(look.diameter().isPresent());
        assertEquals(0, look.bestScore());
    }

    @Test
    void objectsCountByTheirScores() {
        List<Candidate> candidates = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> candidates.add(square(i, 10, 0.3f)));
        IntStream.range(4, 10).forEach(i -> candidates.add(square(i, 50, 0.9f)));
        assertEquals(
                1.3 * 0.94 * 50 / 2,
                Look.typicalDiameter(candidates, 2).orElseThrow(),
                1e-6,
                "the small ones are doubtful");
        candidates.replaceAll(c -> new Candidate(c.boxInNetwork(), 0.9f, 0, c.row()));
        assertEquals(
                1.3 * 0.94 * 10 / 2,
                Look.typicalDiameter(candidates, 2).orElseThrow(),
                1e-6,
                "all alike: the smaller");
    }

    @Test
    void theQualityIsTheMeanScoreWeightedByItself() {
        Tile part = new Tile(new Region(20, 10, 32, 32), new Size(64, 48));
        TilePrediction seen =
                new TilePrediction(part, Letterbox.scaledBy(new Size(32, 32), 2, 32), List.of());
        List<Candidate> two = List.of(square(0, 9, 0.8f), square(1, 9, 0.4f));
        Look look = Look.of(2, List.of(seen), List.of(two));
        assertEquals((0.64 + 0.16) / 1.2, look.quality(), 1e-6);
        assertEquals(new Box(20, 10, 24.5f, 14.5f), look.seen().get(0).box());
        assertFalse(look.whole().isPresent(), "a part of the plane");
        assertEquals(0, Look.of(1, List.of(), List.of()).quality());
    }

    private static Candidate square(int row, float side, float score) {
        return new Candidate(new Box(0, 0, side, side), score, 0, row);
    }
}
