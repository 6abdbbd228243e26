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
 * the usual export, in either order of the table's axes, with whatever other outputs. YOLOv5 and
 * YOLOv7 have three candidates at each place, and before the classes a score of there being an
 * object at all, by which the others are multiplied.
 *
 * @param hasObjectness whether that score is there
 */
record RawHead(Table table, PrototypeSlot prototypes, boolean hasObjectness) implements Head {

    private static final int OBJECTNESS = 4;
    private static final int SHAPES = 3;

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
                readings.add(new RawHead(table, slot, false));
                readings.add(new RawHead(table, slot, true));
            }
        }
        return readings.stream().filter(RawHead::isPossible).min(LIKELIEST_FIRST);
    }

    private boolean isPossible() {
        return classes() >= 1 && prototypes.mayFitCandidates(table.candidates(), each());
    }

    /** True when the numbers of candidates and of prototype pixels belong together. */
    boolean fitsStrides() {
        return prototypes.fitsCandidates(table.candidates(), each());
    }

    private int each() {
        return hasObjectness ? SHAPES : 1;
    }

    private int firstScore() {
        return hasObjectness ? OBJECTNESS + 1 : OBJECTNESS;
    }

    private int classes() {
        return table.fields() - firstScore() - prototypes.count();
    }

    @Override
    public Proposals decode(List<Tensor> outputs, float minScore) {
        Cells cells = table.read(outputs);
        ClassScores scores = scores(cells).checked();
        if (scores.areAllZero() && hasBoxes(cells)) {
            throw lostScores();
        }
        checkUnit(cells);
        List<Candidate> candidates = Heads.pick(scores, minScore, i -> box(cells, i));
        int first = table.fields() - prototypes.count();
        return new Proposals(
                candidates,
                row -> cells.copy(row, first, prototypes.count()),
                prototypes.read(outputs));
    }

    private ClassScores scores(Cells cells) {
        // NB: of YOLOv6 each candidate has such a score too, which is always 1.
        int unused = !hasObjectness && classes() > 1 && isAlwaysOne(cells) ? 1 : 0;
        ClassScores scores =
                ClassScores.of(
                        cells, table.candidates(), firstScore() + unused, classes() - unused);
        return hasObjectness ? scores.times(cells, OBJECTNESS) : scores;
    }

    private boolean isAlwaysOne(Cells cells) {
        for (int i = 0; i < table.candidates(); i++) {
            if (cells.get(i, OBJECTNESS) != 1) {
                return false;
            }
        }
        return true;
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

    /** NB: candidates stand all over the image, so the farthest one tells the unit. */
    private void checkUnit(Cells cells) {
        float farthest = 0;
        for (int i = 0; i < table.candidates(); i++) {
            farthest = Math.max(farthest, Math.max(cells.get(i, 0), cells.get(i, 1)));
        }
        if (farthest > 0 && farthest < 2) {
            throw new HeadException(
                    "The network gives boxes as fractions of the image (all end before "
                            + farthest
                            + "), not in pixels, as exports for TensorFlow do. Export it as ONNX"
                            + " from the software that trained it.");
        }
    }

    private static Box box(Cells cells, int i) {
        return Box.ofCenter(cells.get(i, 0), cells.get(i, 1), cells.get(i, 2), cells.get(i, 3));
    }
}
