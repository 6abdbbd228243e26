package sc.fiji.fastsam.segment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.detection.Candidate;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.image.RgbPlanes;

/** Sees how large the objects of a plane are, without making masks. */
final class FirstLook {

    private static final float CONFIDENCE = 0.3f;
    private static final double IOU = 0.5;

    /** Diameter of a disc of the area that objects on average have in a box of side 1. */
    private static final double FILLING = 0.94;

    private static final Comparator<Candidate> SMALLEST_FIRST =
            Comparator.comparingDouble(candidate -> candidate.boxInNetwork().area());

    private final Predictor predictor;
    private final Head head;
    private final RgbPlanes planes;
    private final Run run;

    FirstLook(Predictor predictor, Head head, RgbPlanes planes, Run run) {
        this.predictor = predictor;
        this.head = head;
        this.planes = planes;
        this.run = run;
    }

    /**
     * Looks at the whole plane or, where that takes several tiles, at its middle.
     *
     * @param gain network pixels per source pixel
     */
    Look at(double gain) {
        List<Tile> tiles = predictor.tiles(planes.size(), gain);
        Tile middle = tiles.get(0).centred();
        TilePrediction prediction = predictor.predict(planes, middle, gain, run);
        List<Candidate> candidates =
                Suppression.suppress(
                        head.decode(prediction.outputs(), CONFIDENCE).candidates(), IOU);
        return new Look(
                gain,
                typicalDiameter(candidates, gain),
                candidates.stream().mapToDouble(Candidate::score).max().orElse(0),
                tiles.size() == 1 ? Optional.of(prediction) : Optional.empty());
    }

    /** Median of the diameters, each as heavy as its score. */
    private static OptionalDouble typicalDiameter(List<Candidate> candidates, double gain) {
        double half = candidates.stream().mapToDouble(Candidate::score).sum() / 2;
        double weight = 0;
        for (Candidate candidate : candidates.stream().sorted(SMALLEST_FIRST).toList()) {
            weight += candidate.score();
            if (weight >= half) {
                return OptionalDouble.of(diameter(candidate.boxInNetwork()) / gain);
            }
        }
        return OptionalDouble.empty();
    }

    private static double diameter(Box box) {
        return FILLING * Math.sqrt(box.area());
    }
}
