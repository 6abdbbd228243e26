package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sc.fiji.fastsam.detection.Candidate;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.InputPlacement;

/**
 * What a look at a plane, or at parts of it, showed.
 *
 * @param gain network pixels per source pixel
 * @param diameter typical diameter of the objects seen, in source pixels; nothing if none was seen
 * @param bestScore of the objects seen, 0..1; 0 if none was seen
 * @param quality mean of the scores of the objects seen, weighted by themselves, 0..1; 0 if none
 *     was seen. High where objects meet the network at a size it sees well, low from too far off
 * @param seen the objects, by their boxes
 * @param parts what was looked at, in source pixels
 * @param whole the raw results, if the look took in the whole plane at once
 */
record Look(
        double gain,
        OptionalDouble diameter,
        double bestScore,
        double quality,
        List<Seen> seen,
        List<Region> parts,
        Optional<TilePrediction> whole) {

    /**
     * An object seen.
     *
     * @param box in source pixels
     * @param score 0..1
     */
    record Seen(Box box, float score) {

        /** Diameter of a disc of the area that objects on average have in such a box. */
        double diameter() {
            return Look.diameter(box);
        }
    }

    /** Diameter of a disc of the area that objects on average have in a box of side 1. */
    private static final double FILLING = 0.94;

    /** Share of the scores that may belong to smaller objects than those the scale is made for. */
    private static final double SMALLER = 0.3;

    /** Median diameter over that of this share where sizes are alike; measured (RUNS.md). */
    private static final double MEDIAN_OVER_SMALLER = 1.3;

    /**
     * @param predictions of the parts looked at
     * @param candidates of each of them; boxes in network pixels
     */
    static Look of(
            double gain, List<TilePrediction> predictions, List<List<Candidate>> candidates) {
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            TilePrediction part = predictions.get(i);
            InputPlacement place = new InputPlacement(part.letterbox(), part.tile().region());
            candidates
                    .get(i)
                    .forEach(c -> seen.add(new Seen(place.toSource(c.boxInNetwork()), c.score())));
        }
        List<Candidate> all = candidates.stream().flatMap(List::stream).toList();
        List<Region> parts = predictions.stream().map(p -> p.tile().region()).toList();
        boolean whole =
                predictions.size() == 1
                        && parts.get(0).equals(Region.of(predictions.get(0).tile().plane()));
        return of(
                gain, all, seen, parts, whole ? Optional.of(predictions.get(0)) : Optional.empty());
    }

    private static Look of(
            double gain,
            List<Candidate> candidates,
            List<Seen> seen,
            List<Region> parts,
            Optional<TilePrediction> whole) {
        return new Look(
                gain,
                typicalDiameter(candidates, gain),
                candidates.stream().mapToDouble(Candidate::score).max().orElse(0),
                Scores.typical(candidates, Candidate::score),
                seen,
                parts,
                whole);
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
