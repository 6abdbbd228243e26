package sc.fiji.fastsam.imagej.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;

class ReadingTest {

    private static final Path NUCLEI = Path.of("src/test/resources/images/nuclei.tif");

    /** 2000 x 1000 pixels; 64 MiB are for tiles. */
    @ParameterizedTest
    @CsvSource({
        // NB: the label file on its way: pixels, labels of 4, file of 16, and the picture's values.
        "UINT8, 50000000",
        "UINT16, 52000000",
        "FLOAT32, 56000000",
        // NB: 4 + 4 + 16 + 12; drawing takes 4 + 4 + 12 + 12 + 4 = 36 bytes too.
        "RGB, 72000000"
    })
    void bytesToSegmentAreThoseOfTheLargestStep(PixelType type, double bytes) {
        ImageLayout layout = ImageLayout.of(new Size(2000, 1000), type);
        assertEquals(67_108_864 + bytes, Reading.bytesToSegment(layout));
    }

    @Test
    void ofALargeImageThePictureIsSmall() {
        // NB: 50 million pixels, a picture of 2^24: 24 bytes a pixel and 12 of the picture.
        ImageLayout layout = ImageLayout.of(new Size(10_000, 5000), PixelType.RGB);
        assertEquals(
                67_108_864 + 1_200_000_000.0 + 12 * 16_777_216.0, Reading.bytesToSegment(layout));
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 1700000000, WHOLE",
        "UINT8, 1400000000, IN_PARTS",
        "RGB, 1850000000, WHOLE",
        "RGB, 1800000000, IN_PARTS"
    })
    void fourFifthsOfTheMemoryMayBeTaken(PixelType type, double memory, Reading expected) {
        // NB: 49 million pixels: 1.029e9 + 67e6 + 67e6 of gray, 1.176e9 + 201e6 + 67e6 of RGB.
        ImageLayout layout = ImageLayout.of(new Size(7000, 7000), type);
        assertEquals(expected, Reading.ofAnySize(layout, memory));
    }

    @Test
    void planesOfMoreThanAnArrayAreReadInPartsWhateverTheMemory() {
        ImageLayout layout = ImageLayout.of(new Size(50_000, 43_000), PixelType.UINT8);
        assertEquals(Reading.IN_PARTS, Reading.ofAnySize(layout, 1e15));
    }

    @Test
    void stacksOfMoreThanHalfOfTheMemoryAreReadByPlanes() {
        ImageLayout layout =
                ImageLayout.of(new Size(1000, 1000), PixelType.UINT16)
                        .withPlanes(new PlaneCounts(1, 100, 1));
        assertEquals(Reading.BY_PLANES, Reading.ofAnySize(layout, 399e6));
        assertEquals(Reading.WHOLE, Reading.ofAnySize(layout, 400e6));
    }

    @Test
    void besideOthersAStackCountsWithAllItsPlanes() {
        ImageLayout plane = ImageLayout.of(new Size(1000, 1000), PixelType.UINT16);
        // NB: 26 bytes a pixel, 64 MiB, and of the stack 200 MB.
        assertTrue(Reading.isSmall(plane, 117e6));
        assertFalse(Reading.isSmall(plane, 116e6));
        ImageLayout stack = plane.withPlanes(new PlaneCounts(1, 100, 1));
        assertTrue(Reading.isSmall(stack, 367e6));
        assertFalse(Reading.isSmall(stack, 366e6));
    }

    @Test
    void anImageOfMoreThanItsShareIsNotReadBesideOthers() {
        int files = (int) (Reading.memory() / 1e6);
        assertThrows(
                TooLargeBesideOthersException.class,
                () -> ImageFiles.openBesideOthers(NUCLEI, files));
    }
}
