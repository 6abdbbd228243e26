package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads directories: those of the pages, which point to one another, and those below a page. */
final class IfdChain {

    private final TiffInput in;
    private final Set<Long> seen = new HashSet<>();
    private long bytes;

    IfdChain(TiffInput in) {
        this.in = in;
    }

    /**
     * The directories of all pages.
     *
     * @throws IOException if one lies outside of the file, they form a loop, or they overlap
     */
    List<Ifd> pages() throws IOException {
        List<Ifd> pages = new ArrayList<>();
        long[] next = {in.firstIfd()};
        while (next[0] != 0) {
            pages.add(read(next[0], pages.size(), next));
        }
        if (pages.isEmpty()) {
            throw new IOException("is a damaged TIFF: it has no page. Copy it from its source.");
        }
        return pages;
    }

    /**
     * The first page's directory alone.
     *
     * @throws IOException if there is none, or it lies outside of the file
     */
    Ifd first() throws IOException {
        return read(in.firstIfd(), 0, new long[1]);
    }

    /** The directories that a page's tag names: its image at lower resolutions. */
    List<Ifd> below(Ifd page) throws IOException {
        List<Ifd> below = new ArrayList<>();
        if (page.count(Tags.SUB_IFDS) > 64) {
            throw damaged(page.page(), "has more than 64 directories below it");
        }
        for (long offset : page.numbers(Tags.SUB_IFDS, 64)) {
            below.add(read(offset, page.page(), new long[1]));
        }
        return below;
    }

    private Ifd read(long offset, int page, long[] next) throws IOException {
        if (!seen.add(offset)) {
            throw damaged(page, "points back to a directory before it (a loop)");
        }
        String what = "the directory of page " + (page + 1);
        int countBytes = in.isBig() ? 8 : 2;
        ByteBuffer head = in.read(offset, countBytes, what);
        long count = in.isBig() ? head.getLong(0) : head.getShort(0) & 0xffff;
        if (count < 1 || count > 65_535) {
            throw damaged(page, "has " + Long.toUnsignedString(count) + " tags");
        }
        int entryBytes = (int) count * (in.isBig() ? 20 : 12);
        int nextBytes = in.isBig() ? 8 : 4;
        bytes += entryBytes;
        // NB: directories that overlap would let a small file hold millions of pages.
        if (bytes > in.size()) {
            throw damaged(page, "overlaps others");
        }
        ByteBuffer entries = in.read(offset + countBytes, entryBytes + nextBytes, what);
        next[0] =
                in.isBig() ? entries.getLong(entryBytes) : entries.getInt(entryBytes) & 0xffffffffL;
        return new Ifd(in, entries.limit(entryBytes), page);
    }

    private static IOException damaged(int page, String what) {
        return new IOException(
                "is damaged: the directory of page "
                        + (page + 1)
                        + " "
                        + what
                        + "."
                        + Refusal.COPY_AGAIN);
    }
}
