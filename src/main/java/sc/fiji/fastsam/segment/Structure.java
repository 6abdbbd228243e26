package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.PlaneBand;
import sc.fiji.fastsam.image.PlaneBands;
import sc.fiji.fastsam.image.RgbPlane;

/**
 * How much there is to see in each part of a plane: the sum of brightness steps between neighboring
 * blocks of pixels, whose means even out noise.
 */
final class Structure {

    /** Side of a block, in source pixels. */
    private static final int BLOCK = 4;

    /** At most so many cells are kept; where a plane has more blocks, a cell takes several. */
    private static final long MOST_CELLS = 1L << 24;

    /** Pixels of a part of a large plane. */
    private static final long PART = 1L << 24;

    private static final int MOST_PARTS = 4;

    private final Size plane;
    private final int side;
    private final int columns;
    private final double[] sums;

    private Structure(Size plane, int blocksInCell) {
        this.plane = plane;
        this.side = BLOCK * blocksInCell;
        this.columns = (blocks(plane.width()) - 1) / blocksInCell + 1;
        int rows = (blocks(plane.height()) - 1) / blocksInCell + 1;
        this.sums = new double[(columns + 1) * (rows + 1)];
    }

    /** Reads a plane once; keeps a sixteenth as many numbers as it has pixels, or fewer. */
    static Structure of(RgbPlane image) {
        Size size = image.size();
        int blocksInCell = 1;
        while ((long) blocks(size.width()) * blocks(size.height()) / blocksInCell / blocksInCell
                > MOST_CELLS) {
            blocksInCell *= 2;
        }
        return of(image, blocksInCell);
    }

    static Structure of(RgbPlane image, int blocksInCell) {
        int parts = (int) Math.min(MOST_PARTS, 1 + image.size().area() / PART);
        return of(image, blocksInCell, parts);
    }

    /**
     * @param most parts that are looked at at the same time
     */
    static Structure of(RgbPlane image, int blocksInCell, int most) {
        Structure structure = new Structure(image.size(), blocksInCell);
        structure.addSteps(image, most);
        structure.integrate();
        return structure;
    }

    /** Whole blocks along a side, at least 1. */
    private static int blocks(int length) {
        return Math.max(1, length / BLOCK);
    }

    /** Adds each block's step to its cell. */
    private void addSteps(RgbPlane image, int most) {
        int rows = blocks(plane.height());
        int cells = (rows * BLOCK - 1) / side + 1;
        int parts = Math.min(most, cells);
        AtOnce.parts(
                parts,
                part -> {
                    // NB: whole cells, so that no two parts add to the same.
                    int from = part * cells / parts * (side / BLOCK);
                    int to = (part + 1) * cells / parts * (side / BLOCK);
                    addSteps(image, from, Math.min(rows, to));
                });
    }

    /**
     * @param from first row of blocks; the row above is read too
     * @param to behind the last
     */
    private void addSteps(RgbPlane image, int from, int to) {
        BlockRows rows = new BlockRows(image, Math.max(0, from - 1));
        double[] above = from == 0 ? new double[0] : rows.sums(from - 1);
        for (int row = from; row < to; row++) {
            double[] blocks = rows.sums(row);
            int at = (row * BLOCK / side + 1) * (columns + 1) + 1;
            for (int x = 0; x < blocks.length; x++) {
                sums[at + x * BLOCK / side] += step(blocks, above, x);
            }
            above = blocks;
        }
    }

    /** Rows of blocks of a plane, from top to bottom. Not thread-safe. */
    private static final class BlockRows {

        private final Size plane;
        private final PlaneBands bands;

        /** A row of blocks' rows of pixels, one after the other, by channels. */
        private final float[][][] pixels;

        /**
         * @param first row of blocks that is asked for
         */
        BlockRows(RgbPlane image, int first) {
            this.plane = image.size();
            int y = first * BLOCK;
            this.bands = image.bands(new Region(0, y, plane.width(), plane.height() - y));
            this.pixels = new float[image.isGray() ? 1 : 3][BLOCK][plane.width()];
        }

        /** Sums of the blocks of a row. */
        double[] sums(int row) {
            int count = Math.min(BLOCK, plane.height() - row * BLOCK);
            for (int i = 0; i < count; i++) {
                int y = row * BLOCK + i;
                PlaneBand band = bands.holding(y);
                for (int c = 0; c < pixels.length; c++) {
                    band.channels().get(c).read(band.index(0, y), plane.width(), pixels[c][i]);
                }
            }
            double[] blocks = new double[blocks(plane.width())];
            for (float[][] channel : pixels) {
                for (int i = 0; i < count; i++) {
                    addRow(channel[i], plane.width(), blocks);
                }
            }
            return blocks;
        }
    }

    /** NB: in the order of the pixels, without a loop for four of them. */
    private static void addRow(float[] values, int width, double[] blocks) {
        if (width < BLOCK) {
            for (int x = 0; x < width; x++) {
                blocks[0] += values[x];
            }
            return;
        }
        int at = 0;
        for (int i = 0; i < blocks.length; i++, at += BLOCK) {
            blocks[i] = blocks[i] + values[at] + values[at + 1] + values[at + 2] + values[at + 3];
        }
    }

    private static double step(double[] blocks, double[] above, int x) {
        double left = x == 0 ? 0 : Math.abs(blocks[x] - blocks[x - 1]);
        double up = above.length == 0 ? 0 : Math.abs(blocks[x] - above[x]);
        return left + up;
    }

    /** Cells become sums of all cells above and left of them, themselves included. */
    private void integrate() {
        for (int at = columns + 2; at < sums.length; at++) {
            if (at % (columns + 1) != 0) {
                sums[at] += sums[at - 1] + sums[at - columns - 1] - sums[at - columns - 2];
            }
        }
    }

    /** How much there is in a region inside the plane (source pixels), to whole cells. */
    double amount(Region region) {
        int rows = sums.length / (columns + 1) - 1;
        int left = Math.min(columns, region.x() / side);
        int right = Math.min(columns, region.xEnd() / side);
        int top = Math.min(rows, region.y() / side) * (columns + 1);
        int bottom = Math.min(rows, region.yEnd() / side) * (columns + 1);
        return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
    }

    /**
     * Squares with most in them that do not overlap, the fullest first; of equals the upper, then
     * the left one. Places are half a side apart.
     *
     * @param side in source pixels; cut to the plane
     * @param most number of them
     */
    List<Region> windows(int side, int most) {
        int width = Math.min(side, plane.width());
        int height = Math.min(side, plane.height());
        List<Region> places = new ArrayList<>();
        for (int y : starts(plane.height(), height)) {
            for (int x : starts(plane.width(), width)) {
                places.add(new Region(x, y, width, height));
            }
        }
        places.sort(Comparator.comparingDouble(place -> -amount(place)));
        List<Region> chosen = new ArrayList<>();
        for (Region place : places) {
            boolean apart = chosen.stream().allMatch(c -> c.intersection(place).isEmpty());
            if (apart && chosen.size() < most) {
                chosen.add(place);
            }
        }
        return chosen;
    }

    private static int[] starts(int length, int side) {
        int steps = (int) Math.ceil(2.0 * (length - side) / side);
        int[] starts = new int[steps + 1];
        for (int i = 1; i <= steps; i++) {
            starts[i] = (int) ((long) (length - side) * i / steps);
        }
        return starts;
    }
}
