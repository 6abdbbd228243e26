package sc.fiji.fastsam.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.detection.Candidate;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.image.RgbImage;

/** Sees how large the objects of a plane are, without making masks. */
final class FirstLook {

    private static final float CONFIDENCE = 0.3f;
    private static final double IOU = 0.5;

    /** Diameter of a disc of the area that objects on average have in a box of side 1. */
    private static final double FILLING = 0.94;

    /** Share of the scores that may belong to smaller objects than those the scale is made for. */
    private static final double SMALLER = 0.3;

    /** Median diameter over that of this share where sizes are alike; measured (RUNS.md). */
    private static final double MEDIAN_OVER_SMALLER = 1.3;

    private final Predictor predictor;
    private final Head head;
    private final RgbImage image;
    private final Run run;

    FirstLook(Predictor predictor, Head head, RgbImage image, Run run) {
        this.predictor = predictor;
        this.head = head;
        this.image = image;
        this.run = run;
    }

    /**
     * Looks at the whole plane or, where that takes several tiles, at its middle.
     *
     * @param gain network pixels per source pixel
     */
    Look at(double gain) {
        List<Tile> tiles = predictor.tiles(image.size(), gain);
        Tile middle = tiles.get(0).centered();
        TilePrediction prediction = predictor.predict(image, middle, gain, run);
        List<Candidate> candidates =
                Suppression.suppress(
                        head.decode(prediction.outputs(), CONFIDENCE).candidates(), IOU);
        return new Look(
                gain,
                typicalDiameter(candidates, gain),
                candidates.stream().mapToDouble(Candidate::score).max().orElse(0),
                tiles.size() == 1 ? Optional.of(prediction) : Optional.empty());
    }

    /**
     * The median by way of a lower quantile, in which objects count by their scores.
     *
     * <p>NB: from too far off, clumps of small objects look like large ones. Where sizes are alike
     * both tell the same; where they are mixed, the lower one leads nearer, to the small objects.
     * The scores keep the many doubtful small things beside the objects from doing so.
     */
    static OptionalDouble typicalDiameter(List<Candidate> candidates, double gain) {
        List<Candidate> bySize =
                candidates.stream()
                        .sorted(Comparator.comparingDouble(c -> diameter(c.boxInNetwork())))
                        .toList();
        double rest = SMALLER * bySize.stream().mapToDouble(Candidate::score).sum();
        for (Candidate candidate : bySize) {
            rest -= candidate.score();
            if (rest < 0) {
                return OptionalDouble.of(
                        diameter(candidate.boxInNetwork()) * MEDIAN_OVER_SMALLER / gain);
            }
        }
        return OptionalDouble.empty();
    }

    private static double diameter(Box box) {
        return FILLING * Math.sqrt(box.area());
    }
}
