package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class FitsFileTest {

    private static final int BLOCK = 2880;

    @TempDir private Path folder;

    @Test
    void cardsWithNothingButACommentHaveNoValue() throws IOException {
        StringBuilder header = new StringBuilder();
        for (String card :
                List.of(
                        "SIMPLE  = T",
                        "BITPIX  = 8 / bits",
                        "NAXIS   = 2",
                        "NAXIS1  = 3",
                        "NAXIS2  = 1",
                        "OBJECT  = " + "/".repeat(70),
                        "END")) {
            header.append(card).append(" ".repeat(80 - card.length()));
        }
        byte[] bytes = new byte[2 * BLOCK];
        Arrays.fill(bytes, 0, BLOCK, (byte) ' ');
        byte[] cards = header.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(cards, 0, bytes, 0, cards.length);
        bytes[BLOCK + 2] = 9;
        Path file = Files.write(folder.resolve("a.fits"), bytes);
        try (PlaneSource source = FitsFile.open(file)) {
            assertEquals(9, source.region(PlaneIndex.FIRST, 0, new Region(2, 0, 1, 1)).value(0, 0));
        }
    }
}
