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
 * Every candidate in one table (cx, cy, w, h, a score a class, coefficients) beside the prototypes:
 * the usual export, in either order of the table's axes, with whatever other outputs.
 */
record RawHead(Table table, PrototypeSlot prototypes) implements Head {

    private static final int FIRST_SCORE = 4;

    /** What each output holds may be told from its shape alone; the likeliest reading wins. */
    private static final Comparator<RawHead> LIKELIEST_FIRST =
            Comparator.comparing((RawHead head) -> !head.fitsStrides())
                    .thenComparing(head -> head.prototypes.count() != Heads.USUAL_PROTOTYPES)
                    .thenComparing(head -> head.prototypes.channelLast())
                    .thenComparing(head -> head.table.fields())
                    .thenComparing(head -> -head.prototypes.area());

    /** The likeliest reading of outputs of these shapes. */
    static Optional<RawHead> match(List<TensorInfo> outputs) {
        List<RawHead> readings = new ArrayList<>();
        for (PrototypeSlot slot : Heads.prototypeSlots(outputs)) {
            for (Table table : Heads.tables(outputs)) {
                RawHead reading = new RawHead(table, slot);
                if (reading.classes() >= 1) {
                    readings.add(reading);
                }
            }
        }
        return readings.stream().min(LIKELIEST_FIRST);
    }

    /** True when the numbers of candidates and of prototype pixels belong together. */
    boolean fitsStrides() {
        return prototypes.fitsCandidates(table.candidates());
    }

    private int classes() {
        return table.fields() - FIRST_SCORE - prototypes.count();
    }

    @Override
    public Proposals decode(List<Tensor> outputs, float minScore) {
        Cells cells = table.read(outputs);
        ClassScores scores = ClassScores.of(cells, table.candidates(), FIRST_SCORE, classes());
        if (scores.areAllZero() && hasBoxes(cells)) {
            throw lostScores();
        }
        List<Candidate> candidates = Heads.pick(scores, minScore, i -> box(cells, i));
        int first = FIRST_SCORE + classes();
        return new Proposals(
                candidates,
                row -> cells.copy(row, first, prototypes.count()),
                prototypes.read(outputs));
    }

    private boolean hasBoxes(Cells cells) {
        for (int i = 0; i < table.candidates(); i++) {
            if (box(cells, i).area() > 0) {
                return true;
            }
        }
        return false;
    }

    /** NB: no sigmoid gives exactly 0, so such scores are no image without objects. */
    private HeadException lostScores() {
        return new HeadException(
                "All "
                        + table.candidates()
                        + " scores of the network are exactly 0: its head lost them, as happens"
                        + " when a model is quantized to 8 bits as a whole. Export it again with"
                        + " the head left in floating point, or use an fp32 or fp16 export.");
    }

    private static Box box(Cells cells, int i) {
        return Box.ofCenter(cells.get(i, 0), cells.get(i, 1), cells.get(i, 2), cells.get(i, 3));
    }
}
