package sc.fiji.fastsam.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.detection.Table.Cells;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * Non-maximum suppression inside the network: [1, rows, 6 + k] with x0, y0, x1, y1, score, class,
 * coefficients, unused rows zero or of class -1; beside the prototypes.
 */
record SuppressedHead(Table table, PrototypeSlot prototypes) implements Head {

    private static final int SCORE = 4;
    private static final int CLASS = 5;
    private static final int FIRST_COEFFICIENT = 6;

    private static final Comparator<SuppressedHead> LIKELIEST_FIRST =
            Comparator.comparing(
                            (SuppressedHead head) ->
                                    head.prototypes.count() != Heads.USUAL_PROTOTYPES)
                    .thenComparing(head -> head.prototypes.channelLast())
                    .thenComparing(head -> -head.prototypes.area());

    /** The likeliest reading of outputs of these shapes. */
    static Optional<SuppressedHead> match(List<TensorInfo> outputs) {
        List<SuppressedHead> readings = new ArrayList<>();
        for (PrototypeSlot slot : Heads.prototypeSlots(outputs)) {
            for (Table table : Heads.tables(outputs)) {
                if (table.candidatesFirst()
                        && table.fields() == FIRST_COEFFICIENT + slot.count()
                        && !slot.fitsCandidates(table.candidates(), 1)) {
                    readings.add(new SuppressedHead(table, slot));
                }
            }
        }
        return readings.stream().min(LIKELIEST_FIRST);
    }

    @Override
    public Proposals decode(List<Tensor> outputs, float minScore) {
        Cells cells = table.read(outputs);
        ClassScores scores = ClassScores.of(cells, table.candidates(), SCORE, 1);
        for (int i = 0; i < table.candidates(); i++) {
            scores.classes()[i] = Math.round(cells.get(i, CLASS));
            if (scores.classes()[i] < 0) {
                scores.best()[i] = Float.NEGATIVE_INFINITY;
            }
        }
        return new Proposals(
                Heads.pick(scores.checked(), minScore, i -> box(cells, i)),
                row -> cells.copy(row, FIRST_COEFFICIENT, prototypes.count()),
                prototypes.read(outputs));
    }

    private static Box box(Cells cells, int i) {
        return new Box(cells.get(i, 0), cells.get(i, 1), cells.get(i, 2), cells.get(i, 3));
    }
}
