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
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;

class ReadingTest {

    private static final Path NUCLEI = Path.of("src/test/resources/images/nuclei.tif");

    /** 2000 x 1000 pixels; 64 MiB are for tiles. */
    @ParameterizedTest
    @CsvSource({
        // NB: pixels of 1, labels of 4, made of them 16; of the picture values of 4 and colors.
        "UINT8, 58000000",
        "UINT16, 60000000",
        "FLOAT32, 64000000",
        // NB: 4 + 4 + 16, and three values of 4 and colors.
        "RGB, 80000000"
    })
    void bytesToSegmentAreThoseOfAllThatIsInMemoryWhileFilesAreWritten(
            PixelType type, double bytes) {
        ImageLayout layout = ImageLayout.of(new Size(2000, 1000), type);
        assertEquals(67_108_864 + bytes, Reading.bytesToSegment(layout));
    }

    @Test
    void ofALargeImageThePictureIsSmall() {
        // NB: 50 million pixels, a picture of 2^24: 24 bytes a pixel and 16 of the picture.
        ImageLayout layout = ImageLayout.of(new Size(10_000, 5000), PixelType.RGB);
        assertEquals(
                67_108_864 + 1_200_000_000.0 + 16 * 16_777_216.0, Reading.bytesToSegment(layout));
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8, 1700000000, WHOLE",
        "UINT8, 1400000000, IN_PARTS",
        "RGB, 1900000000, WHOLE",
        "RGB, 1880000000, IN_PARTS"
    })
    void fourFifthsOfTheMemoryMayBeTaken(PixelType type, double memory, Reading expected) {
        // NB: 49 million pixels: 1.029e9 + 134e6 + 67e6 of gray, 1.176e9 + 268e6 + 67e6 of RGB.
        ImageLayout layout = ImageLayout.of(new Size(7000, 7000), type);
        assertEquals(expected, Reading.ofAnySize(layout, memory));
    }

    @Test
    void planesOfMoreThanAnArrayAreReadInPartsWhateverTheMemory() {
        ImageLayout layout = ImageLayout.of(new Size(50_000, 43_000), PixelType.UINT8);
        assertEquals(Reading.IN_PARTS, Reading.ofAnySize(layout, 1e15));
    }

    @Test
    void stacksWhosePixelsAndLabelsDoNotFitAreReadByPlanes() {
        ImageLayout layout =
                ImageLayout.of(new Size(1000, 1000), PixelType.UINT16)
                        .withPlanes(new PlaneCounts(1, 100, 1));
        // NB: 200 MB, 400 MB of labels, and 97 MB for one of the planes: four fifths of 871 MB.
        assertEquals(Reading.BY_PLANES, Reading.ofAnySize(layout, 871e6));
        assertEquals(Reading.WHOLE, Reading.ofAnySize(layout, 872e6));
        // NB: several channels have one label image.
        ImageLayout channels = layout.withPlanes(new PlaneCounts(4, 25, 1));
        assertEquals(Reading.BY_PLANES, Reading.ofAnySize(channels, 496e6));
        assertEquals(Reading.WHOLE, Reading.ofAnySize(channels, 497e6));
    }

    @Test
    void whereNothingIsSegmentedHalfOfTheMemoryMayBePixels() {
        ImageLayout layout =
                ImageLayout.of(new Size(1000, 1000), PixelType.UINT16)
                        .withPlanes(new PlaneCounts(1, 100, 1));
        assertEquals(Reading.BY_PLANES, Reading.ofPlanes(layout, 399e6));
        assertEquals(Reading.WHOLE, Reading.ofPlanes(layout, 400e6));
    }

    @Test
    void besideOthersAStackCountsWithAllItsPlanes() {
        ImageLayout plane = ImageLayout.of(new Size(1000, 1000), PixelType.UINT16);
        // NB: 30 bytes a pixel, 64 MiB, and of the stack 200 MB and labels of 400 MB.
        assertTrue(Reading.isSmall(plane, 122e6));
        assertFalse(Reading.isSmall(plane, 121e6));
        ImageLayout stack = plane.withPlanes(new PlaneCounts(1, 100, 1));
        assertTrue(Reading.isSmall(stack, 872e6));
        assertFalse(Reading.isSmall(stack, 871e6));
    }

    @Test
    void anImageOfMoreThanItsShareIsNotReadBesideOthers() {
        int files = (int) (MemoryNeed.memory() / 1e6);
        assertThrows(
                TooLargeBesideOthersException.class,
                () -> ImageFiles.openBesideOthers(NUCLEI, files));
    }
}
