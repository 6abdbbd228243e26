package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;

class TiffSourceTest {

    private static TiffSource open(String name) throws IOException {
        Path file = TiffMatrixTest.folder().resolve(name);
        return TiffSource.open(file);
    }

    @Test
    void regionsEqualThePartsOfTheWholeAlsoFromSeveralThreads() throws IOException {
        for (String name : List.of("uint16_lzw_tile_p2.tif", "uint16_zstd_strip.tif")) {
            try (TiffSource source = open(name)) {
                PixelBlock all = source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 53, 37));
                IntStream.range(0, 400)
                        .parallel()
                        .forEach(
                                i ->
                                        assertPart(
                                                source,
                                                all,
                                                new Region(
                                                        i % 31, i % 23, 1 + i % 22, 1 + i % 14)));
            }
        }
    }

    private static void assertPart(TiffSource source, PixelBlock all, Region region) {
        try {
            PixelBlock part = source.region(PlaneIndex.FIRST, 0, region);
            short[] expected = new short[(int) region.area()];
            for (int i = 0; i < expected.length; i++) {
                int x = region.x() + i % region.width();
                int y = region.y() + i / region.width();
                expected[i] = all.shorts()[y * 53 + x];
            }
            assertArrayEquals(expected, part.shorts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        try (TiffSource source = open("pages.tif")) {
            Region all = new Region(0, 0, 53, 37);
            assertRefused(source, new PlaneIndex(0, 5, 0), 0, all, "slice=5");
            assertRefused(source, PlaneIndex.FIRST, 1, all, "level must lie between 0 and 0");
            Region wide = new Region(0, 0, 54, 37);
            assertRefused(source, PlaneIndex.FIRST, 0, wide, "53 x 37");
            assertRefused(source, PlaneIndex.FIRST, 0, new Region(3, 3, 0, 4), "empty");
        }
    }

    private static void assertRefused(
            TiffSource source, PlaneIndex plane, int level, Region region, String reason) {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> source.region(plane, level, region));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void blocksAreThoseOfTheFile() throws IOException {
        try (TiffSource source = open("uint16_lzw_tile.tif")) {
            assertEquals(new Size(16, 32), source.blockSize(0));
        }
        try (TiffSource source = open("uint16_lzw_strip.tif")) {
            assertEquals(new Size(53, 9), source.blockSize(0));
        }
    }

    @Test
    void lostDigitsAreNotedOnceTheyWereRead() throws IOException {
        try (TiffSource source = open("uint64_strip_le.tif")) {
            assertEquals(List.of(), source.notes());
            source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 53, 37));
            assertTrue(source.notes().get(0).contains("rounded"), source.notes().toString());
        }
        try (TiffSource source = open("float32_strip_le.tif")) {
            source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 53, 37));
            assertEquals(List.of(), source.notes());
        }
    }
}
