package sc.fiji.fastsam.mask;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;

/**
 * Which owner of pixels is nearest to each free pixel of a rectangle, by the exact Euclidean
 * distance between the centers of pixels: first along columns, then along rows by the lower
 * envelope of the columns' parabolas (Meijster, Roerdink and Hesselink, "A general algorithm for
 * computing distance transforms in linear time", 2000, section 3). Not thread-safe.
 */
final class NearestOwner {

    private static final int FREE = -1;
    private static final int BLOCKED = -2;

    private final Region seen;
    private final int[] pixels;

    /** From each pixel to the nearest owned one of its column: so many up, or if negative down. */
    private final short[] steps;

    /** Columns of the envelope's parabolas, and from where on each is the lowest. */
    private final int[] columns;

    private final int[] from;

    /** Receives runs of free pixels with the same nearest owner. */
    @FunctionalInterface
    interface RunConsumer {

        /**
         * @param owner as it was given
         * @param y row, source pixels
         * @param x0 first column
         * @param x1 first column after the run
         */
        void accept(int owner, int y, int x0, int x1);
    }

    /**
     * @param seen what is looked at, in source pixels
     * @param free whether its pixels are free at first; else blocked
     */
    NearestOwner(Region seen, boolean free) {
        this.seen = seen;
        this.pixels = new int[Math.toIntExact(seen.area())];
        Arrays.fill(pixels, free ? FREE : BLOCKED);
        this.steps = new short[pixels.length];
        this.columns = new int[seen.width()];
        this.from = new int[seen.width()];
    }

    /** Pixels that may be given to an owner. */
    void free(Mask mask) {
        fill(mask, FREE);
    }

    /** Pixels that belong to nobody. */
    void block(Mask mask) {
        fill(mask, BLOCKED);
    }

    /**
     * Pixels that have an owner.
     *
     * @param owner 0 or more
     */
    void own(Mask mask, int owner) {
        fill(mask, owner);
    }

    private void fill(Mask mask, int value) {
        mask.forEachRun(
                seen,
                (y, x0, x1) -> Arrays.fill(pixels, index(x0, y), index(x0, y) + x1 - x0, value));
    }

    private int index(int x, int y) {
        return (y - seen.y()) * seen.width() + x - seen.x();
    }

    /**
     * Hands on the free pixels of a part whose nearest owner is in reach.
     *
     * @param part inside what is seen, as is all that is owned in its reach
     * @param reach greatest distance between centers, in pixels
     */
    void forEachRun(Region part, int reach, RunConsumer consumer) {
        measureColumns(reach);
        for (int y = part.y(); y < part.yEnd(); y++) {
            int row = index(seen.x(), y);
            int parabolas = envelope(row, reach);
            if (parabolas > 0) {
                giveRow(part, y, reach, parabolas, consumer);
            }
        }
    }

    /** NB: the pixel above comes before the one below that is as near. */
    private void measureColumns(int reach) {
        int width = seen.width();
        for (int i = 0; i < pixels.length; i++) {
            int before = i < width ? reach : steps[i - width];
            steps[i] = (short) (pixels[i] >= 0 ? 0 : Math.min(before, reach) + 1);
        }
        for (int i = pixels.length - 1 - width; i >= 0; i--) {
            int below = Math.abs(steps[i + width]) + 1;
            // NB: an owned pixel below itself has 0 there.
            if (below < Math.abs(steps[i])) {
                steps[i] = (short) -below;
            }
        }
    }

    /** Of the columns at a row; returns how many parabolas it is made of. */
    private int envelope(int row, int reach) {
        int last = -1;
        for (int x = 0; x < columns.length; x++) {
            if (Math.abs(steps[row + x]) > reach) {
                continue;
            }
            while (last >= 0
                    && distance(row, from[last], columns[last]) > distance(row, from[last], x)) {
                last--;
            }
            int start = last < 0 ? 0 : 1 + lastOf(row, columns[last], x);
            if (start < columns.length) {
                last++;
                columns[last] = x;
                from[last] = start;
            }
        }
        return last + 1;
    }

    /** The last column where the parabola of the left one of two columns is not the higher one. */
    private int lastOf(int row, int left, int right) {
        int squares = right * right - left * left + square(row + right) - square(row + left);
        return Math.floorDiv(squares, 2 * (right - left));
    }

    private int distance(int row, int x, int column) {
        return (x - column) * (x - column) + square(row + column);
    }

    private int square(int pixel) {
        return steps[pixel] * steps[pixel];
    }

    private void giveRow(Region part, int y, int reach, int parabolas, RunConsumer consumer) {
        int row = index(seen.x(), y);
        int end = part.xEnd() - seen.x();
        int begin = 0;
        int owner = FREE;
        int parabola = 0;
        for (int x = part.x() - seen.x(); x <= end; x++) {
            while (parabola + 1 < parabolas && from[parabola + 1] <= x) {
                parabola++;
            }
            int now = x < end ? owner(row, x, columns[parabola], reach) : FREE;
            if (now != owner) {
                if (owner != FREE) {
                    consumer.accept(owner, y, seen.x() + begin, seen.x() + x);
                }
                begin = x;
                owner = now;
            }
        }
    }

    /** That of a free pixel in reach of what a column holds, else {@link #FREE}. */
    private int owner(int row, int x, int column, int reach) {
        if (pixels[row + x] != FREE || distance(row, x, column) > reach * reach) {
            return FREE;
        }
        int nearest = row + column;
        return pixels[nearest - steps[nearest] * seen.width()];
    }
}
