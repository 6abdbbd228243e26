package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PixelBlock;

class LzwTest {

    private static final int CLEAR = 256;
    private static final int END = 257;

    @TempDir private Path folder;

    @Test
    void stringsAreThoseThatTheirCodesStandFor() throws Damage {
        // 258 = "7 7", 259 = "7 7 8", 260 = "8 7": the first is used before it is whole.
        byte[] in = new Codes().add(CLEAR, 7, 258, 8, 258, 260, END).bytes();
        byte[] out = new byte[8];
        Lzw.decode(in, out);
        assertArrayEquals(new byte[] {7, 7, 7, 8, 7, 7, 8, 7}, out);
    }

    @Test
    void codesGrowToTwelveBitsAndBeginAgain() throws Damage {
        // Each code is the string before it and one byte more: 1 + 2 + ... + 3838 bytes a table.
        int table = 3838 * 3839 / 2;
        byte[] in = new Codes().longest(5).longest(9).add(END).bytes();
        byte[] out = new byte[2 * table];
        Lzw.decode(in, out);
        byte[] expected = new byte[2 * table];
        Arrays.fill(expected, 0, table, (byte) 5);
        Arrays.fill(expected, table, 2 * table, (byte) 9);
        assertArrayEquals(expected, out);
        Lzw.check(in, 2 * table);
    }

    @Test
    void dataForMoreOrFewerBytesAreRefused() {
        byte[] in = new Codes().longest(0).longest(0).add(END).bytes();
        int all = 3838 * 3839;
        for (int length : new int[] {all - 1, all / 2, 10, 1}) {
            assertEquals(
                    "its data hold more than " + length + " bytes",
                    assertThrows(Damage.class, () -> Lzw.decode(in, new byte[length]))
                            .getMessage());
            assertThrows(Damage.class, () -> Lzw.check(in, length));
        }
        String end = "its data end after " + all + " of " + (all + 1) + " bytes";
        assertEquals(
                end,
                assertThrows(Damage.class, () -> Lzw.decode(in, new byte[all + 1])).getMessage());
        assertEquals(end, assertThrows(Damage.class, () -> Lzw.check(in, all + 1)).getMessage());
    }

    @Test
    void aStripLargerThanTheCacheIsDecodedOnceForAllItsRegions() throws IOException {
        int side = 500;
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / side * 3 + i % side);
        }
        byte[] strip = new Codes().literally(pixels).bytes();
        TiffBuilder tiff = new TiffBuilder().page(side, side, strip).number(Tags.COMPRESSION, 5);
        Path file = tiff.write(folder.resolve("strip.tif"));
        try (TiffFile opened = TiffFile.open(file)) {
            Page page = opened.page(opened.directories().get(0));
            PageReader reader = new PageReader(page.samples(), pixels.length - 1);
            PlaneData plane = new PlaneData(page, 0, 0);
            Optional<PixelBlock> none = Optional.empty();
            assertEquals(pixels[0], reader.read(plane, new Region(0, 0, 1, 1), none).bytes()[0]);
            // NB: what is decoded from now on is damaged.
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, 100, strip.length, (byte) 0xff);
            Files.write(file, bytes);
            for (int y = 0; y < side; y++) {
                PixelBlock row = reader.read(plane, new Region(0, y, side, 1), none);
                byte[] expected = Arrays.copyOfRange(pixels, y * side, (y + 1) * side);
                assertArrayEquals(expected, row.bytes(), "row " + y);
            }
            PageReader fresh = new PageReader(page.samples(), pixels.length - 1);
            IOException e =
                    assertThrows(
                            IOException.class,
                            () -> fresh.read(plane, new Region(0, 0, 1, 1), none));
            assertTrue(e.getMessage().contains("strip 1"), e.getMessage());
        }
    }

    /** Writes codes, with as many bits for each as a table of so many strings takes. */
    static final class Codes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int buffer;
        private int buffered;
        private int bits = 9;
        private int next = 258;
        private boolean first = true;

        Codes add(int... codes) {
            for (int code : codes) {
                buffer = buffer << bits | code;
                buffered += bits;
                while (buffered >= 8) {
                    buffered -= 8;
                    out.write(buffer >> buffered);
                    buffer &= (1 << buffered) - 1;
                }
                count(code);
            }
            return this;
        }

        private void count(int code) {
            if (code == CLEAR) {
                bits = 9;
                next = 258;
                first = true;
            } else if (first) {
                first = false;
            } else if (next < 4096) {
                next++;
                bits = next >= (1 << bits) - 1 && bits < 12 ? bits + 1 : bits;
            }
        }

        /** The most bytes of one value that a table gives: 7 367 041 of 5700 stored ones. */
        Codes longest(int value) {
            add(CLEAR, value);
            for (int code = 258; code < 4095; code++) {
                add(code);
            }
            return this;
        }

        /** Bytes one by one. */
        Codes literally(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                if (i % 200 == 0) {
                    add(CLEAR);
                }
                add(bytes[i] & 0xff);
            }
            return add(END);
        }

        byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(out.toByteArray());
            if (buffered > 0) {
                all.write(buffer << 8 - buffered);
            }
            return all.toByteArray();
        }
    }
}
