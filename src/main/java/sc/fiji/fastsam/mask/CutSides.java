package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.geometry.Region;

/**
 * Sides at which a box cuts a mask straight off: there the mask goes on beyond the box, as far as
 * it hangs together, if it soon ends by itself. Where it does not, it has run into a neighbor, and
 * stays cut.
 */
final class CutSides {

    /** Least share of a side that mask pixels take where it is cut. */
    private static final double CUT = 0.3;

    /** How far a mask may go beyond a side, as a share of the box's depth there, and in pixels. */
    private static final double DEPTH = 0.2;

    private static final int LEAST_DEPTH = 2;

    /** Greatest number of pixels at the end of that, as a share of those at the side. */
    private static final double ENDING = 0.25;

    private final Mask mask;
    private final Region box;
    private final Region grown;

    /**
     * @param mask inside a box
     * @param box its pixels
     * @param part of the image in which the mask may lie
     */
    CutSides(Mask mask, Region box, Region part) {
        this.mask = mask;
        this.box = box;
        int dx = Math.max(LEAST_DEPTH, (int) (DEPTH * box.width()));
        int dy = Math.max(LEAST_DEPTH, (int) (DEPTH * box.height()));
        int left = isCut(box.x(), box.y(), 1, box.height()) ? dx : 0;
        int right = isCut(box.xEnd() - 1, box.y(), 1, box.height()) ? dx : 0;
        int top = isCut(box.x(), box.y(), box.width(), 1) ? dy : 0;
        int bottom = isCut(box.x(), box.yEnd() - 1, box.width(), 1) ? dy : 0;
        this.grown =
                new Region(
                                box.x() - left,
                                box.y() - top,
                                box.width() + left + right,
                                box.height() + top + bottom)
                        .intersection(part);
    }

    private boolean isCut(int x, int y, int width, int height) {
        return mask.areaIn(new Region(x, y, width, height)) >= CUT * Math.max(width, height);
    }

    /** The box and what lies beyond its cut sides; the box itself where none is cut. */
    Region grown() {
        return grown;
    }

    /**
     * The mask with what goes on beyond the cut sides.
     *
     * @param wide the mask in {@link #grown}
     */
    Mask extended(Mask wide) {
        MaskBuilder builder = new MaskBuilder(grown);
        builder.add(mask);
        grow(builder, wide, box.x() - grown.x(), box.height(), (k, i) -> box.x() - k, this::row);
        grow(
                builder,
                wide,
                grown.xEnd() - box.xEnd(),
                box.height(),
                (k, i) -> box.xEnd() - 1 + k,
                this::row);
        grow(builder, wide, box.y() - grown.y(), box.width(), this::column, (k, i) -> box.y() - k);
        grow(
                builder,
                wide,
                grown.yEnd() - box.yEnd(),
                box.width(),
                this::column,
                (k, i) -> box.yEnd() - 1 + k);
        return builder.toMask();
    }

    private int row(int step, int place) {
        return box.y() + place;
    }

    private int column(int step, int place) {
        return box.x() + place;
    }

    /** A coordinate of a pixel beyond a side. */
    private interface Coordinate {
        /**
         * @param step lines from the side's last pixels outward, 0 = these
         * @param place along the side
         */
        int at(int step, int place);
    }

    private void grow(
            MaskBuilder builder, Mask wide, int depth, int length, Coordinate x, Coordinate y) {
        boolean[][] lines = new boolean[depth + 1][length];
        int first = 0;
        int last = 0;
        for (int k = 0; k <= depth; k++) {
            for (int i = 0; i < length; i++) {
                Mask from = k == 0 ? mask : wide;
                lines[k][i] = from.contains(x.at(k, i), y.at(k, i));
            }
            last = k == 0 ? count(lines[0]) : keepConnected(lines[k], lines[k - 1]);
            first = k == 0 ? last : first;
        }
        if (depth == 0 || last > ENDING * first) {
            return;
        }
        for (int k = 1; k <= depth; k++) {
            for (int i = 0; i < length; i++) {
                if (lines[k][i]) {
                    builder.add(x.at(k, i), y.at(k, i));
                }
            }
        }
    }

    /** Clears the runs of a line that do not touch one of the line before; the number left. */
    private static int keepConnected(boolean[] line, boolean[] before) {
        int kept = 0;
        int start = 0;
        while (start < line.length) {
            int end = start;
            boolean touches = false;
            while (end < line.length && line[end]) {
                touches |= before[end++];
            }
            for (int i = start; i < end; i++) {
                line[i] = touches;
            }
            kept += touches ? end - start : 0;
            start = end + 1;
        }
        return kept;
    }

    private static int count(boolean[] line) {
        int count = 0;
        for (boolean set : line) {
            count += set ? 1 : 0;
        }
        return count;
    }
}
