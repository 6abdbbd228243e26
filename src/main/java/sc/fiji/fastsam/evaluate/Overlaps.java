package sc.fiji.fastsam.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the pixels of each object and of each pair of objects. */
final class Overlaps {

    private static final double MIN_IOU = 0.5;

    private final Map<Integer, Integer> truthAreas = new HashMap<>();
    private final Map<Integer, Integer> predictedAreas = new HashMap<>();
    private final Map<Pair, Integer> common = new HashMap<>();

    Overlaps(int[] truth, int[] predicted) {
        int from = 0;
        for (int i = 1; i <= truth.length; i++) {
            if (i == truth.length || truth[i] != truth[from] || predicted[i] != predicted[from]) {
                add(new Pair(truth[from], predicted[from]), i - from);
                from = i;
            }
        }
    }

    private void add(Pair pair, int pixels) {
        if (pair.truth != 0) {
            truthAreas.merge(pair.truth, pixels, Integer::sum);
        }
        if (pair.predicted != 0) {
            predictedAreas.merge(pair.predicted, pixels, Integer::sum);
        }
        if (pair.truth != 0 && pair.predicted != 0) {
            common.merge(pair, pixels, Integer::sum);
        }
    }

    Matching match() {
        Set<Integer> usedTruth = new HashSet<>();
        Set<Integer> usedPredicted = new HashSet<>();
        List<Double> ious = new ArrayList<>();
        for (Pair pair : candidates()) {
            if (!usedTruth.contains(pair.truth) && !usedPredicted.contains(pair.predicted)) {
                usedTruth.add(pair.truth);
                usedPredicted.add(pair.predicted);
                ious.add(iou(pair));
            }
        }
        return new Matching(
                truthAreas.size(),
                predictedAreas.size(),
                ious.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<Pair> candidates() {
        return common.keySet().stream()
                .filter(pair -> iou(pair) >= MIN_IOU)
                .sorted(
                        Comparator.comparingDouble(this::iou)
                                .reversed()
                                .thenComparingInt(Pair::truth)
                                .thenComparingInt(Pair::predicted))
                .toList();
    }

    private double iou(Pair pair) {
        int both = common.get(pair);
        int either = truthAreas.get(pair.truth) + predictedAreas.get(pair.predicted) - both;
        return (double) both / either;
    }

    private record Pair(int truth, int predicted) {}
}
