package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;

/**
 * The blocks of a GIF file, up to its trailer; each frame's data hold its pixels.
 *
 * @param size of the canvas
 * @param frames drawn on it, in order
 */
record GifBlocks(Size size, List<Frame> frames) {

    /**
     * A frame's place, what happens after it was shown, and where its pixels lie.
     *
     * @param disposal 2 clears it, 3 brings back what was there before
     * @param interlaced whether every eighth row comes first
     * @param colors of its pixels' numbers
     * @param codes place of its data in the file
     */
    record Frame(
            int x,
            int y,
            int width,
            int height,
            int disposal,
            boolean interlaced,
            Colors colors,
            int codes) {

        boolean liesIn(Size canvas) {
            return x + width <= canvas.width() && y + height <= canvas.height();
        }

        boolean clears() {
            return disposal == 2;
        }

        boolean restores() {
            return disposal == 3;
        }
    }

    /**
     * A table of colors.
     *
     * @param from place in the file of the first color's red
     * @param count of colors, 0 where there is no table
     * @param transparent number of pixels that show what is below, perhaps beyond the table; of
     *     none where no pixel has it
     */
    record Colors(int from, int count, int transparent) {

        /** A number's color in the file as 0xffRRGGBB. */
        int color(byte[] file, int number) {
            int at = from + 3 * number;
            return 0xff000000
                    | (file[at] & 255) << 16
                    | (file[at + 1] & 255) << 8
                    | file[at + 2] & 255;
        }

        boolean isKnown(int number) {
            return number < count || number == transparent;
        }
    }

    /**
     * @throws IOException if a block, pixels or the trailer are missing, data hold clearly more
     *     pixels, or a frame is not wholly on the canvas
     */
    static GifBlocks of(byte[] bytes) throws IOException {
        return new Walk(bytes).run();
    }

    private static final class Walk {

        /** A string of 4096 entries takes 12 bits. */
        private static final int BEST_RATIO = 4096;

        private static final int NONE = -1;

        private final byte[] bytes;
        private final List<Frame> frames = new ArrayList<>();
        private int at = 13;
        private int disposal;
        private int transparent = NONE;

        Walk(byte[] bytes) {
            this.bytes = bytes;
        }

        GifBlocks run() throws IOException {
            Size size = new Size(Math.max(1, number(6)), Math.max(1, number(8)));
            Colors common = colors(octet(10), new Colors(0, 0, NONE));
            while (true) {
                switch (octet(at++)) {
                    case 0x21 -> extension();
                    case 0x2c -> frame(common);
                    case 0x3b -> {
                        return finished(size);
                    }
                    default -> throw Refusal.damaged("byte " + (at - 1) + " begins no block");
                }
            }
        }

        private GifBlocks finished(Size size) throws IOException {
            if (frames.isEmpty()) {
                throw Refusal.damaged("it has no frame");
            }
            for (Frame frame : frames) {
                if (!frame.liesIn(size)) {
                    throw Refusal.damaged("a frame reaches beyond its canvas of " + size);
                }
            }
            if ((double) size.area() / BEST_RATIO > bytes.length) {
                throw Refusal.damaged(
                        bytes.length + " bytes cannot hold frames on a canvas of " + size);
            }
            return new GifBlocks(size, List.copyOf(frames));
        }

        private int octet(int index) throws IOException {
            if (index >= bytes.length) {
                throw Refusal.cut("its end after frame " + frames.size() + " is missing");
            }
            return bytes[index] & 0xff;
        }

        private int number(int index) throws IOException {
            return octet(index) | octet(index + 1) << 8;
        }

        /** Walks past a table, if there is one. */
        private Colors colors(int flags, Colors otherwise) throws IOException {
            if ((flags & 0x80) == 0) {
                return new Colors(otherwise.from, otherwise.count, transparent);
            }
            Colors colors = new Colors(at, 2 << (flags & 7), transparent);
            at += 3 * colors.count;
            octet(at - 1);
            return colors;
        }

        private void extension() throws IOException {
            if (octet(at++) == 0xf9) {
                int flags = octet(at + 1);
                disposal = flags >> 2 & 7;
                transparent = (flags & 1) == 0 ? NONE : octet(at + 4);
            }
            skipBlocks();
        }

        private int skipBlocks() throws IOException {
            int start = at;
            for (int length = octet(at++); length != 0; length = octet(at++)) {
                at += length;
            }
            return at - start;
        }

        private void frame(Colors common) throws IOException {
            int place = at;
            int width = number(at + 4);
            int height = number(at + 6);
            int flags = octet(at + 8);
            at += 9;
            Colors colors = colors(flags, common);
            int codes = at++;
            int stored = skipBlocks();
            if ((double) width * height / BEST_RATIO > stored) {
                throw Refusal.damaged(
                        stored + " bytes cannot hold a frame of " + width + " x " + height);
            }
            GifCodes.check(bytes, codes, (long) width * height);
            boolean interlaced = (flags & 0x40) != 0;
            frames.add(
                    new Frame(
                            number(place),
                            number(place + 2),
                            width,
                            height,
                            disposal,
                            interlaced,
                            colors,
                            codes));
            disposal = 0;
            transparent = NONE;
        }
    }
}
