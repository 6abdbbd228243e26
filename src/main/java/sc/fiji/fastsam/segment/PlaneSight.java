package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.detection.Candidate;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbPlane;

/** Looks at a plane with the network, without making masks. */
final class PlaneSight implements Sight {

    private static final float CONFIDENCE = 0.3f;
    private static final double IOU = 0.5;

    /** Side of a window, in network pixels: a seventh of the pixels of a tile. */
    private static final double WINDOW_SIDE = 384;

    private static final int WINDOWS = 2;

    private final Predictor predictor;
    private final Head head;
    private final RgbPlane image;
    private final Run run;
    private Structure structure;

    PlaneSight(Predictor predictor, Head head, RgbPlane image, Run run) {
        this.predictor = predictor;
        this.head = head;
        this.image = image;
        this.run = run;
    }

    @Override
    public Look whole(double gain) {
        List<Tile> tiles = predictor.tiles(image.size(), gain);
        Tile tile = tiles.size() == 1 ? tiles.get(0) : richest(tiles);
        TilePrediction prediction = predictor.predict(image, tile, gain, run);
        return Look.of(
                gain,
                candidates(prediction),
                tiles.size() == 1 ? Optional.of(prediction) : Optional.empty());
    }

    @Override
    public Look windows(double gain) {
        int side = Math.max(1, (int) (WINDOW_SIDE / gain));
        List<Candidate> candidates = new ArrayList<>();
        for (Region window : structure().windows(side, WINDOWS)) {
            Tile tile = new Tile(window, image.size());
            candidates.addAll(candidates(predictor.predict(image, tile, gain, run)));
        }
        return Look.of(gain, candidates, Optional.empty());
    }

    private List<Candidate> candidates(TilePrediction prediction) {
        return Suppression.suppress(
                head.decode(prediction.outputs(), CONFIDENCE).candidates(), IOU);
    }

    private Tile richest(List<Tile> tiles) {
        Comparator<Tile> byAmount =
                Comparator.comparingDouble(tile -> structure().amount(tile.region()));
        // NB: the first of equals.
        return tiles.stream().reduce((a, b) -> byAmount.compare(a, b) >= 0 ? a : b).orElseThrow();
    }

    private Structure structure() {
        if (structure == null) {
            structure = Structure.of(image);
        }
        return structure;
    }
}
