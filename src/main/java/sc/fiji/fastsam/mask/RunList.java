package sc.fiji.fastsam.mask;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;

/**
 * Runs of pixels of which a {@link Mask} is made, where it is not known before how far they reach.
 * Not thread-safe.
 */
final class RunList {

    /** Row, first column and first column after it of each run. */
    private int[] runs = new int[24];

    private int length;
    private Region bounds = new Region(0, 0, 0, 0);

    /** Adds the pixels {@code x0 <= x < x1} of a row; at least one. */
    void add(int y, int x0, int x1) {
        if (length == runs.length) {
            runs = Arrays.copyOf(runs, 2 * length);
        }
        runs[length] = y;
        runs[length + 1] = x0;
        runs[length + 2] = x1;
        length += 3;
        bounds = bounds.union(new Region(x0, y, x1 - x0, 1));
    }

    /** The pixels of all runs. */
    Mask toMask() {
        MaskBuilder mask = new MaskBuilder(bounds);
        for (int i = 0; i < length; i += 3) {
            mask.addRun(runs[i], runs[i + 1], runs[i + 2]);
        }
        return mask.toMask();
    }
}
