package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class PnmFileTest {

    private static final Region TWO = new Region(0, 0, 2, 1);

    @TempDir private Path folder;

    /** NB: colors are taken as they are, so white must be white. */
    @ParameterizedTest
    @ValueSource(strings = {"P3 2 1 15 15 0 7 1 2 3", "P6 2 1 15 \17\0\7\1\2\3"})
    void colorsOfAnotherWhiteAreBroughtTo255(String text) throws IOException {
        try (PlaneSource source = open(text)) {
            int[] expected = {0xffff0077, 0xff112233};
            assertArrayEquals(expected, source.region(PlaneIndex.FIRST, 0, TWO).colors());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2 2 1 15 15 7", "P5 2 1 15 \17\7"})
    void grayValuesAreThoseThatAreStored(String text) throws IOException {
        try (PlaneSource source = open(text)) {
            PixelBlock pixels = source.region(PlaneIndex.FIRST, 0, TWO);
            assertArrayEquals(new byte[] {15, 7}, pixels.bytes());
        }
    }

    /** NB: one of 300 would change the red beside it. */
    @ParameterizedTest
    @CsvSource({
        "P3 2 1 255 1 2 3 10 300 5, 2, 300, 255",
        "P2 2 1 255 256 0, 1, 256, 255",
        "'P6 2 1 15 \1\2\20\1\2\3', 1, 16, 15",
    })
    void aValueAboveTheLargestIsRefused(String text, int pixel, int value, int most) {
        assertEquals(
                "is damaged: its pixel "
                        + pixel
                        + " has the value "
                        + value
                        + ", but its largest value is "
                        + most
                        + ". Copy it again from its source, or save it anew where it was made.",
                assertThrows(IOException.class, () -> open(text)).getMessage());
    }

    /** NB: of rows that are read in parts, each part is looked through. */
    @ParameterizedTest
    @CsvSource({
        "'P5 3 2 100 dddd\310d', 0, 5, 200, 100",
        "'P5 3 2 1000 \0\1\0\2\0\3\3\350\7\320\0\6', 0, 5, 2000, 1000",
        "'P6 3 1 1000 \0\1\0\2\0\3\0\4\3\351\0\6\0\7\0\10\0\11', 1, 2, 1001, 1000",
    })
    void aValueAboveTheLargestIsRefusedWhereItIsRead(
            String text, int channel, int pixel, int value, int most) throws IOException {
        try (PlaneSource source = open(text)) {
            PlaneIndex plane = new PlaneIndex(channel, 0, 0);
            source.region(plane, 0, new Region(0, 0, 1, source.layout().size().height()));
            Region right = new Region(1, (pixel - 1) / 3, 2, 1);
            assertEquals(
                    "is damaged: its pixel "
                            + pixel
                            + " has the value "
                            + value
                            + ", but its largest value is "
                            + most
                            + ". Copy it again from its source, or save it anew where it was made.",
                    assertThrows(IOException.class, () -> source.region(plane, 0, right))
                            .getMessage());
        }
    }

    @Test
    void bitsAreZeroOrOne() throws IOException {
        try (PlaneSource source = open("P1 2 1 01")) {
            PixelBlock pixels = source.region(PlaneIndex.FIRST, 0, TWO);
            assertArrayEquals(new byte[] {-1, 0}, pixels.bytes());
        }
        String message = assertThrows(IOException.class, () -> open("P1 2 1 02")).getMessage();
        assertTrue(message.startsWith("is damaged: its pixel 2 is neither 0 nor 1. "), message);
    }

    @Test
    void ofSeveralImagesInAFileNoneIsRead() {
        for (String text : new String[] {"P5 2 1 15 \17\7P5 2 1 15 \17\7", "P4 2 1 \0P4 2 1 \0"}) {
            assertEquals(
                    "holds several images. Save each as a file of its own.",
                    assertThrows(IOException.class, () -> open(text)).getMessage());
        }
    }

    /** NB: its pixels, of which none is stored, would not fit into an array. */
    @Test
    void aFileLargerThanTheMemoryIsReadByRows() throws IOException {
        String header = "P5 50000 46000 255\n";
        Path file = write(header);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(header.length() + 50_000L * 46_000);
            large.seek(large.length() - 1);
            large.write(9);
        }
        try (PlaneSource source = PnmFile.open(file)) {
            assertEquals(new Size(50_000, 46_000), source.layout().size());
            Region last = new Region(49_999, 45_999, 1, 1);
            assertEquals(9, source.region(PlaneIndex.FIRST, 0, last).value(0, 0));
        }
    }

    private PlaneSource open(String text) throws IOException {
        return PnmFile.open(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.pnm"), text, StandardCharsets.ISO_8859_1);
    }
}
