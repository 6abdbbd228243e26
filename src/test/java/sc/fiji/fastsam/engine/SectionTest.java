package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.Blitter;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.FastSam;
import sc.fiji.fastsam.model.ModelFile;

/** Nuclei of a stained section, which in color is seen as glands. */
class SectionTest {

    private static final Path SAMPLE = Path.of("src", "test", "resources", "images", "ihc.png");

    @BeforeAll
    static void needsANetwork() {
        Assumptions.assumeTrue(ModelFile.isBundledPresent(), "no bundled network");
    }

    private static ImageProcessor sample() {
        return IJ.openImage(SAMPLE.toString()).getProcessor();
    }

    private static ImageObjects nuclei(ImageProcessor section) {
        return FastSam.segment(new ImagePlus("section", section), "stain=hematoxylin");
    }

    private static double diameter(ImageObjects found) {
        return found.summary().sizes().levels().get(0).typicalDiameter().getAsDouble();
    }

    @Test
    void itsNucleiAreFoundAndNotItsGlands() {
        ImageObjects found = nuclei(sample());
        assertTrue(found.count() >= 90, found.toString());
        assertEquals(24, diameter(found), 8);
    }

    @Test
    void ofALargerFieldTheyAreFoundToo() {
        ImageObjects found = nuclei(field(sample()));
        assertTrue(found.count() >= 200, found.toString());
        assertEquals(24, diameter(found), 8);
    }

    @Test
    void atHalfOfTheMagnificationTheyAreFoundToo() {
        ImageProcessor half = sample().resize(256, 256, true);
        ImageObjects found = nuclei(field(half));
        assertTrue(found.count() >= 80, found.toString());
        assertEquals(13, diameter(found), 5);
    }

    private static ImageProcessor field(ImageProcessor tile) {
        ImageProcessor field = new ColorProcessor(2 * tile.getWidth(), 2 * tile.getHeight());
        for (int i = 0; i < 4; i++) {
            int x = i % 2 * tile.getWidth();
            field.copyBits(tile, x, i / 2 * tile.getHeight(), Blitter.COPY);
        }
        return field;
    }
}
