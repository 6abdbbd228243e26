package sc.fiji.fastsam.detection;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.BoxIndex;
import sc.fiji.fastsam.settings.DetectionSettings;

/** Non-maximum suppression of boxes: greedy, best first, whatever their class. */
public final class Suppression {

    private Suppression() {}

    /**
     * Drops every candidate whose box overlaps a better kept one by an IoU above the limit, then
     * what exceeds the number of objects.
     *
     * @return detections with their coefficients, and how many the number of objects cut off
     */
    public static Detections suppress(Proposals decoded, DetectionSettings settings) {
        List<Candidate> kept = suppress(decoded.candidates(), settings.iou());
        int limit = settings.maxObjects() == 0 ? kept.size() : settings.maxObjects();
        List<Detection> detections = kept.stream().limit(limit).map(decoded::detection).toList();
        return new Detections(detections, kept.size() - detections.size());
    }

    /**
     * The candidates whose boxes overlap no better kept one by an IoU above the limit.
     *
     * @param candidates in any order
     * @param iou 0..1
     * @return in the order of {@link Candidate#BEST_FIRST}
     */
    public static List<Candidate> suppress(List<Candidate> candidates, double iou) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Candidate.BEST_FIRST);
        List<Candidate> kept = new ArrayList<>();
        BoxIndex index = BoxIndex.around(sorted.stream().map(Candidate::boxInNetwork).toList());
        float limit = (float) iou;
        for (Candidate candidate : sorted) {
            Box box = candidate.boxInNetwork();
            if (!index.anyMatch(box, iou, i -> kept.get(i).boxInNetwork().iou(box) > limit)) {
                index.add(kept.size(), box);
                kept.add(candidate);
            }
        }
        return kept;
    }
}
