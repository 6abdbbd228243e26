package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class FitsFileTest {

    private static final int BLOCK = 2880;

    @TempDir private Path folder;

    @Test
    void cardsWithNothingButACommentHaveNoValue() throws IOException {
        Path file =
                write(
                        header(
                                "SIMPLE  = T",
                                "BITPIX  = 8 / bits",
                                "NAXIS   = 2",
                                "NAXIS1  = 3",
                                "NAXIS2  = 1",
                                "OBJECT  = " + "/".repeat(70)),
                        data(3));
        try (PlaneSource source = FitsFile.open(file)) {
            assertEquals(9, source.region(PlaneIndex.FIRST, 0, new Region(2, 0, 1, 1)).value(0, 0));
        }
    }

    private static final byte[] ALONE = header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0");
    private static final byte[] IMAGE =
            header(
                    "XTENSION= 'IMAGE   '",
                    "BITPIX  = 8",
                    "NAXIS   = 2",
                    "NAXIS1  = 2",
                    "NAXIS2  = 1");

    @ParameterizedTest
    @ValueSource(strings = {"TABLE", "BINTABLE"})
    void aTableIsNoImageAndTheOneBehindItIsFound(String kind) throws IOException {
        byte[] table =
                header(
                        "XTENSION= '" + kind + "'",
                        "BITPIX  = 8",
                        "NAXIS   = 2",
                        "NAXIS1  = 40",
                        "NAXIS2  = 80",
                        "PCOUNT  = 0");
        Path file = write(ALONE, table, data(3200), IMAGE, data(2));
        try (PlaneSource source = FitsFile.open(file)) {
            assertEquals(new Size(2, 1), source.layout().size());
            assertEquals(9, source.region(PlaneIndex.FIRST, 0, new Region(1, 0, 1, 1)).value(0, 0));
        }
        Path none = write(ALONE, table, data(3200));
        String message = assertThrows(IOException.class, () -> FitsFile.open(none)).getMessage();
        assertEquals("is a FITS file without an image. Check what it holds.", message);
    }

    @Test
    void aCompressedImageIsRefused() throws IOException {
        byte[] table = header("XTENSION= 'BINTABLE'", "NAXIS   = 2", "ZIMAGE  = T");
        Path file = write(ALONE, table, IMAGE, data(2));
        String message = assertThrows(IOException.class, () -> FitsFile.open(file)).getMessage();
        assertEquals("holds a compressed image. Uncompress it (funpack).", message);
    }

    @Test
    void unsignedNumbersOf64BitsAreExactAsFarAsFloatingPointHoldsThem() throws IOException {
        byte[] header =
                header(
                        "SIMPLE  = T",
                        "BITPIX  = 64",
                        "NAXIS   = 2",
                        "NAXIS1  = 3",
                        "NAXIS2  = 1",
                        "BZERO   = 9223372036854775808");
        ByteBuffer values = ByteBuffer.wrap(new byte[BLOCK]);
        values.putLong(Long.MIN_VALUE).putLong(Long.MIN_VALUE + 7).putLong(Long.MAX_VALUE);
        try (PlaneSource source = FitsFile.open(write(header, values.array()))) {
            assertArrayEquals(
                    new float[] {0, 7, 0x1p64f},
                    source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 3, 1)).floats());
        }
    }

    private Path write(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(folder.resolve("a.fits"), all.toByteArray());
    }

    private static byte[] header(String... cards) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(card).append(" ".repeat(80 - card.length()));
        }
        text.append("END");
        text.append(" ".repeat(BLOCK - text.length()));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Of whole blocks; the last value is 9, others are 0. */
    private static byte[] data(int values) {
        byte[] data = new byte[(values + BLOCK - 1) / BLOCK * BLOCK];
        data[values - 1] = 9;
        return data;
    }
}
