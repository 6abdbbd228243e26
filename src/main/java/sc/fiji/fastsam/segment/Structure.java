package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;

/**
 * How much there is to see in each part of a plane: the sum of brightness steps between neighboring
 * blocks of pixels, whose means even out noise.
 */
final class Structure {

    /** Side of a block, in source pixels. */
    private static final int BLOCK = 4;

    private final Size plane;
    private final int columns;
    private final double[] sums;

    private Structure(Size plane, int columns, double[] sums) {
        this.plane = plane;
        this.columns = columns;
        this.sums = sums;
    }

    /** Reads a plane once; keeps a sixteenth as many numbers as it has pixels. */
    static Structure of(RgbImage image) {
        Size size = image.size();
        int columns = Math.max(1, size.width() / BLOCK);
        int rows = Math.max(1, size.height() / BLOCK);
        double[] blocks = new double[columns * rows];
        for (float[] channel : channels(image)) {
            addMeans(channel, size, columns, blocks);
        }
        double[] sums = new double[(columns + 1) * (rows + 1)];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int at = (y + 1) * (columns + 1) + x + 1;
                sums[at] =
                        step(blocks, columns, x, y)
                                + sums[at - 1]
                                + sums[at - columns - 1]
                                - sums[at - columns - 2];
            }
        }
        return new Structure(size, columns, sums);
    }

    private static List<float[]> channels(RgbImage image) {
        return image.isGray()
                ? List.of(image.red())
                : List.of(image.red(), image.green(), image.blue());
    }

    private static void addMeans(float[] channel, Size size, int columns, double[] blocks) {
        int rows = blocks.length / columns;
        for (int y = 0; y < Math.min(size.height(), rows * BLOCK); y++) {
            for (int x = 0; x < Math.min(size.width(), columns * BLOCK); x++) {
                blocks[y / BLOCK * columns + x / BLOCK] += channel[y * size.width() + x];
            }
        }
    }

    private static double step(double[] blocks, int columns, int x, int y) {
        int at = y * columns + x;
        double left = x == 0 ? 0 : Math.abs(blocks[at] - blocks[at - 1]);
        double above = y == 0 ? 0 : Math.abs(blocks[at] - blocks[at - columns]);
        return left + above;
    }

    /** How much there is in a region inside the plane (source pixels), to whole blocks. */
    double amount(Region region) {
        int rows = sums.length / (columns + 1) - 1;
        int left = Math.min(columns, region.x() / BLOCK);
        int right = Math.min(columns, region.xEnd() / BLOCK);
        int top = Math.min(rows, region.y() / BLOCK) * (columns + 1);
        int bottom = Math.min(rows, region.yEnd() / BLOCK) * (columns + 1);
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
