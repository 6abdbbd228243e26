package sc.fiji.fastsam.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * Raw maps of each stride, as NPU exports give them: distances [1, 64, h, w] (4 sides x 16 bins),
 * class logits [1, classes, h, w] and coefficients [1, k, h, w], beside the prototypes.
 *
 * @param levels finest first
 * @param prototypes the largest of the outputs with k channels
 */
record MapsHead(List<Level> levels, PrototypeSlot prototypes) implements Head {

    private static final int BINS = 16;
    private static final int SIDES = 4;
    private static final int PROTOTYPE_STRIDE = 4;

    /** The outputs of one stride. */
    record Level(PrototypeSlot distances, PrototypeSlot logits, PrototypeSlot coefficients) {}

    /** A reading of channel-first outputs of these shapes. */
    static Optional<MapsHead> match(List<TensorInfo> outputs) {
        List<PrototypeSlot> maps =
                Heads.prototypeSlots(outputs).stream()
                        .filter(slot -> !slot.channelLast())
                        .sorted(Comparator.comparing(slot -> -slot.area()))
                        .toList();
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        PrototypeSlot prototypes = maps.get(0);
        List<Level> levels = new ArrayList<>();
        for (PrototypeSlot map : maps) {
            if (map.count() == SIDES * BINS) {
                level(maps, map, prototypes.count()).ifPresent(levels::add);
            }
        }
        return levels.isEmpty() ? Optional.empty() : Optional.of(new MapsHead(levels, prototypes));
    }

    private static Optional<Level> level(List<PrototypeSlot> maps, PrototypeSlot distances, int k) {
        PrototypeSlot logits = null;
        PrototypeSlot coefficients = null;
        for (PrototypeSlot map : maps) {
            if (map.output() != distances.output()
                    && map.height() == distances.height()
                    && map.width() == distances.width()) {
                if (map.count() == k && coefficients == null) {
                    coefficients = map;
                } else {
                    logits = map;
                }
            }
        }
        return logits == null || coefficients == null
                ? Optional.empty()
                : Optional.of(new Level(distances, logits, coefficients));
    }

    @Override
    public Proposals decode(List<Tensor> outputs, float minScore) {
        List<Candidate> candidates = new ArrayList<>();
        int first = 0;
        for (Level level : levels) {
            candidates.addAll(candidatesOf(level, outputs, minScore, first));
            first += level.distances.area();
        }
        candidates.sort(Candidate.BEST_FIRST);
        return new Proposals(
                candidates, row -> coefficients(outputs, row), prototypes.read(outputs));
    }

    private List<Candidate> candidatesOf(
            Level level, List<Tensor> outputs, float minScore, int firstRow) {
        int cells = level.distances.area();
        Table table = new Table(level.logits.output(), level.logits.count(), cells, false);
        ClassScores scores = ClassScores.of(table.read(outputs), cells, 0, level.logits.count());
        for (int i = 0; i < cells; i++) {
            scores.best()[i] = (float) (1 / (1 + Math.exp(-scores.best()[i])));
        }
        float[] distances = outputs.get(level.distances.output()).values();
        return Heads.pick(scores, minScore, i -> box(level.distances, distances, i)).stream()
                .map(
                        c ->
                                new Candidate(
                                        c.boxInNetwork(),
                                        c.score(),
                                        c.classIndex(),
                                        firstRow + c.row()))
                .toList();
    }

    private Box box(PrototypeSlot map, float[] distances, int cell) {
        float stride = (float) PROTOTYPE_STRIDE * prototypes.width() / map.width();
        float x = (cell % map.width() + 0.5f) * stride;
        float y = (cell / map.width() + 0.5f) * stride;
        float[] d = new float[SIDES];
        for (int side = 0; side < SIDES; side++) {
            d[side] = stride * expectation(distances, side * BINS * map.area() + cell, map.area());
        }
        return new Box(x - d[0], y - d[1], x + d[2], y + d[3]);
    }

    /** Mean bin under the softmax of 16 values. */
    private static float expectation(float[] values, int from, int step) {
        double sum = 0;
        double weighted = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double weight = Math.exp(values[from + bin * step]);
            sum += weight;
            weighted += weight * bin;
        }
        return (float) (weighted / sum);
    }

    private float[] coefficients(List<Tensor> outputs, int row) {
        int cell = row;
        int i = 0;
        while (cell >= levels.get(i).distances.area()) {
            cell -= levels.get(i++).distances.area();
        }
        PrototypeSlot map = levels.get(i).coefficients;
        float[] values = outputs.get(map.output()).values();
        return new Table.Cells(values, map.area(), 1).copy(cell, 0, map.count());
    }
}
