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
     * A frame's place, and what happens after it was shown.
     *
     * @param disposal 2 clears it, 3 brings back what was there before
     * @param transparent value of pixels that show what is below; of none where no pixel has it
     */
    record Frame(int x, int y, int width, int height, int disposal, int transparent) {

        boolean clears() {
            return disposal == 2;
        }

        boolean restores() {
            return disposal == 3;
        }
    }

    /**
     * @throws IOException if a block, pixels or the trailer are missing, or data hold clearly more
     *     pixels
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
            skipColors(octet(10));
            while (true) {
                switch (octet(at++)) {
                    case 0x21 -> extension();
                    case 0x2c -> frame();
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

        private void skipColors(int flags) {
            at += (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
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

        private void frame() throws IOException {
            int width = number(at + 4);
            int height = number(at + 6);
            frames.add(new Frame(number(at), number(at + 2), width, height, disposal, transparent));
            disposal = 0;
            transparent = NONE;
            at += 9;
            skipColors(octet(at - 1));
            int codes = at++;
            int stored = skipBlocks();
            if ((double) width * height / BEST_RATIO > stored) {
                throw Refusal.damaged(
                        stored + " bytes cannot hold a frame of " + width + " x " + height);
            }
            GifCodes.check(bytes, codes, (long) width * height);
        }
    }
}
