package sc.fiji.fastsam.mask;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;

/**
 * A set of pixels in source coordinates, kept as one bit a pixel inside its bounding region.
 *
 * <p>Bits are packed into 64-pixel words that begin at multiples of 64 of the source's columns, so
 * two masks overlap word by word without shifting. Immutable and thread-safe.
 */
public final class Mask {

    private static final int SHIFT = 6;

    private final Region bounds;
    private final int firstWord;
    private final int wordsPerRow;
    private final long[] words;
    private final long area;

    /** Takes ownership of the words; bits outside of the bounds must be 0. */
    Mask(Region bounds, long[] words) {
        this.bounds = bounds;
        this.firstWord = bounds.x() >> SHIFT;
        this.wordsPerRow = wordsPerRow(bounds);
        this.words = words;
        long count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        this.area = count;
    }

    /** Words that one row of a mask with these bounds takes. */
    static int wordsPerRow(Region bounds) {
        return bounds.isEmpty() ? 0 : ((bounds.xEnd() - 1) >> SHIFT) - (bounds.x() >> SHIFT) + 1;
    }

    /** All pixels of a region. */
    public static Mask ofRegion(Region region) {
        MaskBuilder builder = new MaskBuilder(region);
        for (int y = region.y(); y < region.yEnd(); y++) {
            builder.addRun(y, region.x(), region.xEnd());
        }
        return builder.toMask();
    }

    /** Bounding region of the set pixels; 0 x 0 at (0, 0) when none is set. */
    public Region bounds() {
        return bounds;
    }

    /** Number of set pixels. */
    public long area() {
        return area;
    }

    /** True when no pixel is set. */
    public boolean isEmpty() {
        return area == 0;
    }

    /** True when the pixel (source coordinates, any value) is set. */
    public boolean contains(int x, int y) {
        return bounds.contains(x, y) && (word(x >> SHIFT, y) >>> x & 1) != 0;
    }

    /** Number of pixels set in both. */
    public long intersectionArea(Mask other) {
        Region common = bounds.intersection(other.bounds);
        if (common.isEmpty()) {
            return 0;
        }
        int from = common.x() >> SHIFT;
        int to = (common.xEnd() - 1) >> SHIFT;
        long count = 0;
        for (int y = common.y(); y < common.yEnd(); y++) {
            int mine = index(from, y);
            int theirs = other.index(from, y);
            // NB: a row's count is an int, which Java adds up faster.
            int inRow = 0;
            for (int w = from; w <= to; w++) {
                inRow += Long.bitCount(words[mine++] & other.words[theirs++]);
            }
            count += inRow;
        }
        return count;
    }

    /** Number of set pixels inside a region. */
    public long areaIn(Region region) {
        Region common = bounds.intersection(region);
        if (common.equals(bounds) || common.isEmpty()) {
            return common.isEmpty() ? 0 : area;
        }
        int from = common.x() >> SHIFT;
        int to = (common.xEnd() - 1) >> SHIFT;
        long first = -1L << common.x();
        long last = -1L >>> -common.xEnd();
        long count = 0;
        for (int y = common.y(); y < common.yEnd(); y++) {
            int row = index(from, y) - from;
            for (int w = from; w <= to; w++) {
                long bits = (w == from ? first : -1L) & (w == to ? last : -1L);
                count += Long.bitCount(words[row + w] & bits);
            }
        }
        return count;
    }

    /** Common pixels over pixels in either, 0..1; 0 when both are empty. */
    public double iou(Mask other) {
        long common = intersectionArea(other);
        long total = area + other.area - common;
        return total == 0 ? 0 : (double) common / total;
    }

    /** Pixels set in either. */
    public Mask union(Mask other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        MaskBuilder builder = new MaskBuilder(bounds.union(other.bounds));
        builder.add(this);
        builder.add(other);
        return builder.toMask();
    }

    /** Pixels set here and not in the other. */
    public Mask minus(Mask other) {
        MaskBuilder builder = new MaskBuilder(bounds);
        builder.add(this);
        builder.remove(other);
        return builder.toMask();
    }

    /** Pixels set in both. */
    public Mask intersection(Mask other) {
        return minus(minus(other));
    }

    /** Pixels of this mask inside a region. */
    public Mask crop(Region region) {
        Region common = bounds.intersection(region);
        if (common.equals(bounds)) {
            return this;
        }
        MaskBuilder builder = new MaskBuilder(common);
        builder.add(this);
        return builder.toMask();
    }

    /** The same pixels moved by whole steps. */
    public Mask translate(int dx, int dy) {
        if (isEmpty()) {
            return this;
        }
        MaskBuilder builder = new MaskBuilder(bounds.translate(dx, dy));
        forEachRun((y, x0, x1) -> builder.addRun(y + dy, x0 + dx, x1 + dx));
        return builder.toMask();
    }

    /** Hands every maximal horizontal run of set pixels on, top to bottom, left to right. */
    public void forEachRun(RunConsumer consumer) {
        for (int y = bounds.y(); y < bounds.yEnd(); y++) {
            forEachRunInRow(y, consumer);
        }
    }

    /** Likewise of the pixels inside a region, as if there were no others. */
    public void forEachRun(Region region, RunConsumer consumer) {
        Region common = bounds.intersection(region);
        if (common.equals(bounds)) {
            forEachRun(consumer);
            return;
        }
        for (int y = common.y(); y < common.yEnd(); y++) {
            int x = nextBit(common.x(), y, 0);
            while (x < common.xEnd()) {
                int end = nextBit(x, y, -1L);
                consumer.accept(y, x, Math.min(end, common.xEnd()));
                x = nextBit(end, y, 0);
            }
        }
    }

    private void forEachRunInRow(int y, RunConsumer consumer) {
        int x = nextBit(bounds.x(), y, 0);
        while (x < bounds.xEnd()) {
            int end = nextBit(x, y, -1L);
            consumer.accept(y, x, end);
            x = nextBit(end, y, 0);
        }
    }

    /**
     * First column from x on whose bit differs from those of {@code skip}; xEnd if there is none.
     */
    private int nextBit(int x, int y, long skip) {
        int column = x;
        while (column < bounds.xEnd()) {
            long rest = (word(column >> SHIFT, y) ^ skip) >>> column;
            if (rest != 0) {
                return Math.min(bounds.xEnd(), column + Long.numberOfTrailingZeros(rest));
            }
            column = (column | 63) + 1;
        }
        return bounds.xEnd();
    }

    /** Horizontal mean of the set pixels' centers (first pixel's center is 0.5). */
    public double xCentroid() {
        double[] sum = new double[1];
        forEachRun((y, x0, x1) -> sum[0] += (x1 - x0) * ((double) x0 + x1) / 2);
        return sum[0] / area;
    }

    /** Vertical mean of the set pixels' centers (first pixel's center is 0.5). */
    public double yCentroid() {
        double[] sum = new double[1];
        forEachRun((y, x0, x1) -> sum[0] += (x1 - x0) * (y + 0.5));
        return sum[0] / area;
    }

    /** The word of columns {@code 64 w .. 64 w + 63} in a row of the bounds. */
    long word(int w, int y) {
        return words[index(w, y)];
    }

    private int index(int w, int y) {
        return (y - bounds.y()) * wordsPerRow + w - firstWord;
    }

    /** True when the other object is a mask of the same pixels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && bounds.equals(mask.bounds)
                && Arrays.equals(words, mask.words);
    }

    @Override
    public int hashCode() {
        return 31 * bounds.hashCode() + Arrays.hashCode(words);
    }

    /** "Mask of 42 pixels in Region[...]". */
    @Override
    public String toString() {
        return "Mask of " + area + " pixels in " + bounds;
    }

    /** Receives runs of set pixels. */
    @FunctionalInterface
    public interface RunConsumer {

        /**
         * @param y row, source pixels
         * @param x0 first set column
         * @param x1 first column after the run
         */
        void accept(int y, int x0, int x1);
    }
}
