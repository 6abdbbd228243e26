package sc.fiji.fastsam.detection;

import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.detection.Table.Cells;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * An output each for boxes [1, n, 4] (x0, y0, x1, y1), scores [1, n] or [1, n, 1], coefficients [1,
 * n, k] and prototypes, as Qualcomm AI Hub exports it.
 */
record SplitHead(Table boxes, int scores, Table coefficients, PrototypeSlot prototypes)
        implements Head {

    /** The first reading of outputs of these shapes that fits. */
    static Optional<SplitHead> match(List<TensorInfo> outputs) {
        for (Table boxes : Heads.tables(outputs)) {
            int scores = boxes.fields() == 4 ? scoresOutput(outputs, boxes.candidates()) : -1;
            for (PrototypeSlot slot : Heads.prototypeSlots(outputs)) {
                for (Table table : Heads.tables(outputs)) {
                    if (scores >= 0
                            && table.output() != boxes.output()
                            && table.fields() == slot.count()
                            && table.candidates() == boxes.candidates()) {
                        return Optional.of(new SplitHead(boxes, scores, table, slot));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** NB: some of these exports have an output of class indices too, of the scores' shape. */
    private static int scoresOutput(List<TensorInfo> outputs, int candidates) {
        for (int i = 0; i < outputs.size(); i++) {
            TensorInfo info = outputs.get(i);
            long product = info.shape().stream().reduce(1L, (a, b) -> a * b);
            if (info.rank() <= 3 && product == candidates && !info.name().contains("class")) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Proposals decode(List<Tensor> outputs, float minScore) {
        Cells boxCells = boxes.read(outputs);
        Cells rows = coefficients.read(outputs);
        Cells scoreCells = new Cells(outputs.get(scores).values(), 0, 1);
        ClassScores best = ClassScores.of(scoreCells, boxes.candidates(), 0, 1).checked();
        return new Proposals(
                Heads.pick(best, minScore, i -> box(boxCells, i)),
                row -> rows.copy(row, 0, prototypes.count()),
                prototypes.read(outputs));
    }

    private static Box box(Cells cells, int i) {
        return new Box(cells.get(i, 0), cells.get(i, 1), cells.get(i, 2), cells.get(i, 3));
    }
}
