package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.detection.Candidate;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbPlane;

/** Looks at a plane with the network, without making masks. */
final class PlaneSight implements Sight {

    private static final float CONFIDENCE = 0.3f;
    private static final double IOU = 0.5;

    /** Side of a window, in network pixels: a seventh of the pixels of a tile. */
    private static final double WINDOW_SIDE = 384;

    private static final int WINDOWS = 2;

    private final TilePredictor predictor;
    private final Head head;
    private final RgbPlane image;
    private final Run run;
    private final Map<Double, Look> looks = new HashMap<>();
    private Structure structure;

    PlaneSight(TilePredictor predictor, Head head, RgbPlane image, Run run) {
        this.predictor = predictor;
        this.head = head;
        this.image = image;
        this.run = run;
    }

    @Override
    public Look whole(double gain) {
        List<Tile> tiles = predictor.tiles(image.size(), gain);
        Tile tile = tiles.size() == 1 ? tiles.get(0) : richest(tiles);
        return looks.computeIfAbsent(gain, g -> look(g, List.of(tile)));
    }

    @Override
    public Look windows(double gain) {
        return look(gain, tiles(structure().windows(side(gain), WINDOWS)));
    }

    @Override
    public Look around(double gain, List<Box> places) {
        List<Region> windows = new ArrayList<>();
        for (Box place : places) {
            Region window = window(place, side(gain));
            boolean apart = windows.stream().allMatch(w -> w.intersection(window).isEmpty());
            if (apart && windows.size() < WINDOWS) {
                windows.add(window);
            }
        }
        return look(gain, tiles(windows));
    }

    private static int side(double gain) {
        return Math.max(1, (int) (WINDOW_SIDE / gain));
    }

    /** A square round a box's center, moved and cut into the plane. */
    private Region window(Box box, int side) {
        int width = Math.min(side, image.size().width());
        int height = Math.min(side, image.size().height());
        int x = (int) (box.xCenter() - width / 2.0);
        int y = (int) (box.yCenter() - height / 2.0);
        return new Region(
                Math.max(0, Math.min(x, image.size().width() - width)),
                Math.max(0, Math.min(y, image.size().height() - height)),
                width,
                height);
    }

    private List<Tile> tiles(List<Region> windows) {
        return windows.stream().map(window -> new Tile(window, image.size())).toList();
    }

    private Look look(double gain, List<Tile> tiles) {
        List<TilePrediction> predictions = new ArrayList<>();
        predictor.predict(image, tiles, gain, run, predictions::add);
        return Look.of(gain, predictions, predictions.stream().map(this::candidates).toList());
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
