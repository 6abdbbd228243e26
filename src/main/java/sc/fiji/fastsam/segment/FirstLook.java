package sc.fiji.fastsam.segment;

import java.util.List;
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
     * @param gain network pixels per source pixel
     * @return median diameter of the objects found, in source pixels: the side of a square of a
     *     box's area; nothing when none is found
     */
    OptionalDouble diameterAt(double gain) {
        double[] sides =
                predictor.tiles(planes.size(), gain).stream()
                        .map(tile -> predictor.predict(planes, tile, gain, run))
                        .flatMap(prediction -> candidates(prediction).stream())
                        .mapToDouble(candidate -> side(candidate.boxInNetwork()))
                        .sorted()
                        .toArray();
        return sides.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sides[sides.length / 2] / gain);
    }

    private List<Candidate> candidates(TilePrediction prediction) {
        return Suppression.suppress(
                head.decode(prediction.outputs(), CONFIDENCE).candidates(), IOU);
    }

    private static double side(Box box) {
        return Math.sqrt(box.area());
    }
}
