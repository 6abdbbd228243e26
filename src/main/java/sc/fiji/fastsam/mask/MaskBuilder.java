package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.geometry.Region;

/**
 * Sets and clears pixels inside a fixed region of source pixels and makes a {@link Mask} of what is
 * left, trimmed to the set pixels. Not thread-safe; of no use after {@link #toMask}.
 */
public final class MaskBuilder {

    private static final int SHIFT = 6;

    private final Region bounds;
    private final int firstWord;
    private final int wordsPerRow;
    private final long[] words;

    /** An empty raster over a region; pixels outside of it are ignored. */
    public MaskBuilder(Region bounds) {
        this.bounds = bounds;
        this.firstWord = bounds.x() >> SHIFT;
        this.wordsPerRow = Mask.wordsPerRow(bounds);
        this.words = new long[Math.multiplyExact(wordsPerRow, bounds.height())];
    }

    /** Sets the pixels {@code x0 <= x < x1} of a row. */
    public void addRun(int y, int x0, int x1) {
        int from = Math.max(x0, bounds.x());
        int end = Math.min(x1, bounds.xEnd());
        if (y < bounds.y() || y >= bounds.yEnd() || from >= end) {
            return;
        }
        for (int w = from >> SHIFT; w <= (end - 1) >> SHIFT; w++) {
            words[index(w, y)] |= bits(from, end, w);
        }
    }

    /** Sets one pixel. */
    public void add(int x, int y) {
        if (bounds.contains(x, y)) {
            words[index(x >> SHIFT, y)] |= 1L << x;
        }
    }

    /** Sets all 64 pixels of the word that holds column x; those outside must not be in it. */
    void setWord(int x, int y, long word) {
        words[index(x >> SHIFT, y)] = word;
    }

    /** Sets all pixels of a mask. */
    public void add(Mask mask) {
        Region common = bounds.intersection(mask.bounds());
        for (int y = common.y(); y < common.yEnd(); y++) {
            for (int w = common.x() >> SHIFT; w <= (common.xEnd() - 1) >> SHIFT; w++) {
                words[index(w, y)] |= mask.word(w, y) & bits(common.x(), common.xEnd(), w);
            }
        }
    }

    /** Clears all pixels of a mask. */
    public void remove(Mask mask) {
        Region common = bounds.intersection(mask.bounds());
        for (int y = common.y(); y < common.yEnd(); y++) {
            for (int w = common.x() >> SHIFT; w <= (common.xEnd() - 1) >> SHIFT; w++) {
                words[index(w, y)] &= ~mask.word(w, y);
            }
        }
    }

    /** The set pixels; an empty mask when there are none. */
    public Mask toMask() {
        Region tight = tightBounds();
        return new Mask(tight, tight.equals(bounds) ? words : copyOf(tight));
    }

    private Region tightBounds() {
        int top = bounds.yEnd();
        int bottom = bounds.y() - 1;
        int left = bounds.xEnd();
        int right = bounds.x() - 1;
        for (int y = bounds.y(), row = 0; y < bounds.yEnd(); y++, row += wordsPerRow) {
            int first = firstNonZero(row);
            if (first >= 0) {
                int last = lastNonZero(row);
                long low = words[row + first];
                long high = words[row + last];
                left = Math.min(left, column(first) + Long.numberOfTrailingZeros(low));
                right = Math.max(right, column(last) + 63 - Long.numberOfLeadingZeros(high));
                top = Math.min(top, y);
                bottom = y;
            }
        }
        return bottom < top
                ? new Region(0, 0, 0, 0)
                : new Region(left, top, right - left + 1, bottom - top + 1);
    }

    private int firstNonZero(int row) {
        for (int i = 0; i < wordsPerRow; i++) {
            if (words[row + i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private int lastNonZero(int row) {
        int i = wordsPerRow - 1;
        while (words[row + i] == 0) {
            i--;
        }
        return i;
    }

    private int column(int word) {
        return (firstWord + word) << SHIFT;
    }

    private long[] copyOf(Region tight) {
        int perRow = Mask.wordsPerRow(tight);
        long[] copy = new long[perRow * tight.height()];
        for (int row = 0; row < tight.height(); row++) {
            int from = index(tight.x() >> SHIFT, tight.y() + row);
            System.arraycopy(words, from, copy, row * perRow, perRow);
        }
        return copy;
    }

    private int index(int w, int y) {
        return (y - bounds.y()) * wordsPerRow + w - firstWord;
    }

    /** Bits of the columns {@code from <= x < end} that fall into a word. */
    private static long bits(int from, int end, int word) {
        int start = word << SHIFT;
        long low = from <= start ? -1L : -1L << from;
        long high = end >= start + 64 ? -1L : ~(-1L << end);
        return low & high;
    }
}
