package sc.fiji.fastsam.io.tiff;

import java.io.IOException;

/**
 * Planes that follow that of the only page without directories of their own: stacks of more than 4
 * GB by ImageJ, MetaMorph's, tifffile's.
 */
final class Following {

    private Following() {}

    /** Bytes from a plane to the next; 0 where the page is not stored so that others can follow. */
    static long bytes(Page page) throws IOException {
        if (!BlockReader.isPlain(page) || page.grid().tiled()) {
            return 0;
        }
        long end = page.offset(0);
        for (int i = 0; i < page.blocks(); i++) {
            if (page.offset(i) != end) {
                return 0;
            }
            end += page.decodedBytes(page.blockRow(i));
        }
        return end - page.offset(0);
    }

    /**
     * @throws IOException if the file does not hold so many planes
     */
    static void check(Page page, long bytes, long planes) throws IOException {
        long size = page.ifd().input().size();
        long available = (size - page.offset(0)) / bytes;
        if (planes > available) {
            throw new IOException(
                    "is cut short: it declares "
                            + planes
                            + " planes of "
                            + bytes
                            + " bytes, but holds "
                            + available
                            + "."
                            + Refusal.COPY_AGAIN);
        }
    }
}
