package sc.fiji.fastsam.mask;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pieces of a mask, whose pixels join at sides or corners. Takes memory and time by the runs of
 * pixels in its rows, not by its area. Immutable.
 */
final class MaskPieces {

    private final int top;
    private final int[] starts;
    private final int[] ends;

    /** The first run of each row; then how many runs there are. */
    private final int[] rows;

    /** The piece of each run, from 0, by the first runs of the pieces. */
    private final int[] pieces;

    private final int count;

    /** Receives the runs of pieces. */
    @FunctionalInterface
    interface RunConsumer {

        /**
         * @param piece from 0
         * @param y row, source pixels
         * @param x0 first column
         * @param x1 first column after the run
         */
        void accept(int piece, int y, int x0, int x1);
    }

    /**
     * The place in some pieces that is nearest to something.
     *
     * @param steps to it, from pixel to pixel across their sides
     * @param piece that it is in
     */
    record Near(int steps, int piece, int y, int x) {

        /** Before anything was found. */
        static final Near NONE = new Near(Integer.MAX_VALUE, -1, 0, 0);

        /** NB: of equally near ones the upper, then the left one. */
        private boolean isBefore(Near other) {
            return steps != other.steps
                    ? steps < other.steps
                    : y != other.y ? y < other.y : x < other.x;
        }
    }

    MaskPieces(Mask mask) {
        top = mask.bounds().y();
        rows = new int[mask.bounds().height() + 1];
        mask.forEachRun((y, x0, x1) -> rows[y - top + 1]++);
        Arrays.parallelPrefix(rows, Integer::sum);
        starts = new int[rows[rows.length - 1]];
        ends = new int[starts.length];
        int[] next = rows.clone();
        mask.forEachRun(
                (y, x0, x1) -> {
                    starts[next[y - top]] = x0;
                    ends[next[y - top]++] = x1;
                });
        pieces = IntStream.range(0, starts.length).toArray();
        count = join();
    }

    /** Gives each run, whose piece is itself, its piece; returns how many there are. */
    private int join() {
        for (int row = 1; row + 1 < rows.length; row++) {
            joinWithAbove(row);
        }
        int number = 0;
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = pieces[i] == i ? number++ : pieces[pieces[i]];
        }
        return number;
    }

    private void joinWithAbove(int row) {
        int above = rows[row - 1];
        int i = rows[row];
        while (above < rows[row] && i < rows[row + 1]) {
            if (starts[above] <= ends[i] && starts[i] <= ends[above]) {
                int one = root(above);
                int other = root(i);
                pieces[Math.max(one, other)] = Math.min(one, other);
            }
            if (ends[above] < ends[i]) {
                above++;
            } else {
                i++;
            }
        }
    }

    private int root(int run) {
        int root = run;
        while (pieces[root] != root) {
            pieces[root] = pieces[pieces[root]];
            root = pieces[root];
        }
        return root;
    }

    int count() {
        return count;
    }

    /** Hands every run of pixels on, top to bottom, left to right. */
    void forEachRun(RunConsumer consumer) {
        for (int row = 0; row + 1 < rows.length; row++) {
            for (int i = rows[row]; i < rows[row + 1]; i++) {
                consumer.accept(pieces[i], top + row, starts[i], ends[i]);
            }
        }
    }

    /** Pixels of each piece. */
    long[] areas() {
        long[] areas = new long[count];
        forEachRun((piece, y, x0, x1) -> areas[piece] += x1 - x0);
        return areas;
    }

    /** The nearest place to some pixels of a row. */
    Near nearest(int y, int x0, int x1) {
        return nearest(y, x0, x1, Near.NONE);
    }

    /** The nearest place to some pixels of a row, or another that was found and is before it. */
    Near nearest(int y, int x0, int x1, Near found) {
        Near best = found;
        int rowsAway = Math.max(Math.abs(y - top), Math.abs(y - top - rows.length + 2));
        for (int away = 0; away <= Math.min(best.steps, rowsAway); away++) {
            best = nearestInRow(y - away, away, x0, x1, best);
            best = nearestInRow(y + away, away, x0, x1, best);
        }
        return best;
    }

    private Near nearestInRow(int y, int away, int x0, int x1, Near found) {
        int row = y - top;
        if (row < 0 || row + 1 >= rows.length) {
            return found;
        }
        int right = Arrays.binarySearch(ends, rows[row], rows[row + 1], x0);
        right = right < 0 ? -1 - right : right + 1;
        Near best = found;
        if (right > rows[row]) {
            int x = ends[right - 1] - 1;
            best = first(best, new Near(away + x0 - x, pieces[right - 1], y, x));
        }
        if (right < rows[row + 1]) {
            int x = Math.max(starts[right], x0);
            best = first(best, new Near(away + Math.max(0, x - x1 + 1), pieces[right], y, x));
        }
        return best;
    }

    private static Near first(Near one, Near other) {
        return other.isBefore(one) ? other : one;
    }
}
