package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PlaneIndex;

/** Files that promise too much, or that nobody should have to wait for. */
class HostileTiffTest {

    private static final int MILLION = 1_000_000;

    @TempDir private Path folder;

    @Test
    void aMillionByAMillionPixelsInAFewBytesAreRefused() throws IOException {
        for (int compression : new int[] {1, 5, 7, 8, 32_773, 50_000}) {
            TiffBuilder tiff = new TiffBuilder().page(MILLION, MILLION, new byte[5000]);
            tiff.number(Tags.COMPRESSION, compression);
            assertRefused(tiff, compression == 1 ? "cut short" : "needs 1000000000000 bytes");
        }
    }

    @Test
    void sidesBeyondTheRangeOfIntegersAreRefused() throws IOException {
        assertRefused(new TiffBuilder().page(-1, 10, new byte[10]), "4294967295 x 10");
        assertRefused(new TiffBuilder().page(0, 10, new byte[10]), "0 x 10");
    }

    @Test
    void bombsAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] bomb = deflated(new byte[1 << 16], 30);
        TiffBuilder tiff = new TiffBuilder().page(40_000, 40_000, bomb);
        tiff.number(Tags.COMPRESSION, 8);
        Path file = tiff.write(folder.resolve("bomb.tif"));
        assertRefused(file, "needs 1600000000 bytes from its strip 1");
        // NB: what such a strip may hold at best, but does not.
        TiffBuilder likely = new TiffBuilder().page(1000, 30_000, new byte[30_000]);
        likely.number(Tags.COMPRESSION, 8);
        assertRefused(likely, "cannot be decoded");
    }

    private static byte[] deflated(byte[] chunk, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            for (int i = 0; i < times; i++) {
                out.write(chunk);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void dataThatHoldMoreThanThePageAreRefused() throws IOException {
        TiffBuilder tiff = new TiffBuilder().page(10, 10, deflated(new byte[200], 1));
        tiff.number(Tags.COMPRESSION, 8);
        assertRefused(tiff, "hold more than 100 bytes");
    }

    /** NB: a gigabyte or more, which nobody wants to have unpacked. */
    @Test
    void bombsInAnyCompressionAreRefused() throws IOException {
        LzwTest.Codes codes = new LzwTest.Codes();
        for (int i = 0; i < 220; i++) {
            codes.longest(0);
        }
        assertBomb(5, codes.add(257).bytes(), "hold more than 100 bytes");
        assertBomb(8, deflated(new byte[1 << 20], 1500), "hold more than 100 bytes");
        byte[] much = new byte[1 << 26];
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < 16; i++) {
            frames.writeBytes(zstd(much));
        }
        assertBomb(50_000, frames.toByteArray(), "cannot be decoded");
        byte[] runs = new byte[2_000_000];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = -127;
        }
        assertBomb(32_773, runs, "a run of 128 bytes does not fit");
    }

    private void assertBomb(int compression, byte[] data, String reason) throws IOException {
        TiffBuilder strip = new TiffBuilder().page(10, 10, data);
        assertRefused(strip.number(Tags.COMPRESSION, compression), reason);
        // NB: strips of more rows than the page has, which some writers fill up.
        TiffBuilder rows = new TiffBuilder().page(10, 10, data);
        rows.number(Tags.COMPRESSION, compression).number(Tags.ROWS_PER_STRIP, Integer.MAX_VALUE);
        assertRefused(rows, reason);
        TiffBuilder tile = new TiffBuilder().page(10, 10, data);
        tile.tile(10, 10, data).number(Tags.COMPRESSION, compression);
        assertRefused(tile, reason);
    }

    private static byte[] zstd(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] out = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(out, compressor.compress(bytes, 0, bytes.length, out, 0, out.length));
    }

    @Test
    void absurdCountsOfTagsAndBlocksAreRefused() throws IOException {
        TiffBuilder tiff = new TiffBuilder().page(10, 10, new byte[100]);
        assertRefused(tiff.claim(Tags.STRIP_OFFSETS, 2_000_000_000), "names 2000000000");
        TiffBuilder text = new TiffBuilder().page(10, 10, new byte[100]);
        assertRefused(text.claim(Tags.DESCRIPTION, 2_000_000_000), "would have 2000000000 values");
    }

    @Test
    void absurdPlanesAreRefused() throws IOException {
        for (String counts :
                new String[] {
                    "images=2147483647\nslices=2147483647", "images=6", "images=1e99", "slices=-5"
                }) {
            TiffBuilder tiff = new TiffBuilder().page(10, 10, new byte[100]);
            assertRefused(tiff.text(Tags.DESCRIPTION, "ImageJ=1.54p\n" + counts), "declares");
        }
    }

    @Test
    void compressedStacksWithMissingPagesAreRefused() throws IOException {
        TiffBuilder tiff = new TiffBuilder().page(10, 10, deflated(new byte[100], 1));
        tiff.number(Tags.COMPRESSION, 8).text(Tags.DESCRIPTION, "ImageJ=1.54p\nimages=3\nslices=3");
        assertRefused(tiff, "declares 3 planes, but has 1 page");
    }

    @Test
    void rowsOfAnotherWidthAreRefused() throws IOException {
        assertRefused(new TiffBuilder().page(9, 10, new byte[100]), "its size says 90");
    }

    @Test
    void blocksThatWereNeverWrittenAreRefused() throws IOException {
        TiffBuilder tiff = new TiffBuilder().page(10, 10, new byte[100]);
        assertRefused(tiff.longs(Tags.STRIP_OFFSETS, 0), "has no data for its strip 1");
    }

    @Test
    void unreadKindsAreNamed() throws IOException {
        assertUnread(Tags.COMPRESSION, 34_712, "JPEG 2000");
        assertUnread(Tags.COMPRESSION, 4, "fax");
        assertUnread(Tags.COMPRESSION, 12_345, "12345");
        assertUnread(Tags.PHOTOMETRIC, 5, "CMYK");
        assertUnread(Tags.PHOTOMETRIC, 32_803, "raw camera");
        assertUnread(Tags.SAMPLE_FORMAT, 6, "complex");
    }

    private void assertUnread(int tag, int value, String name) throws IOException {
        TiffBuilder tiff = new TiffBuilder().page(10, 10, new byte[100]).number(tag, value);
        assertRefused(tiff, name);
    }

    @Test
    void aDamagedTileStaysAloneWithItsDamage() throws IOException {
        byte[] good = deflated(new byte[] {1, 2, 3, 4}, 4);
        byte[] bad = good.clone();
        bad[5] ^= 0x55;
        TiffBuilder tiff = new TiffBuilder().page(4, 8, good);
        tiff.strips(good, bad).number(Tags.ROWS_PER_STRIP, 4).number(Tags.COMPRESSION, 8);
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("half.tif")))) {
            Region upper = new Region(0, 0, 4, 4);
            assertEquals(3, source.region(PlaneIndex.FIRST, 0, upper).value(2, 3));
            Region lower = new Region(0, 4, 1, 1);
            IOException e =
                    assertThrows(
                            IOException.class, () -> source.region(PlaneIndex.FIRST, 0, lower));
            assertTrue(e.getMessage().contains("page 1's strip 2"), e.getMessage());
        }
    }

    private void assertRefused(TiffBuilder tiff, String reason) throws IOException {
        assertRefused(tiff.write(folder.resolve("hostile.tif")), reason);
    }

    private static void assertRefused(Path file, String reason) throws IOException {
        long size = Files.size(file);
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> {
                            try (TiffSource source = TiffSource.open(file)) {
                                Region all = Region.of(source.layout().size());
                                source.region(PlaneIndex.FIRST, 0, all);
                            }
                        },
                        file + " of " + size);
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }
}
