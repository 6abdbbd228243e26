package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.testing.Drawn;

/** Where smaller things of an image in color were left out, they may be a section's nuclei. */
class SectionHintTest {

    private static final String HINT =
            "if this is a stained section, stain = hematoxylin looks at its nuclei alone";

    private static List<String> notes(ImagePlus image, String settings, boolean smaller) {
        Segmentation found =
                Drawn.segmentation(12, 7, Drawn.object(0.9, Drawn.mask(1, 1, "##", "##")));
        Segmentation noted =
                smaller
                        ? found.withSummary(found.summary().withNote(Note.Kind.SMALLER, "smaller"))
                        : found;
        PlaneSegmenter network = (plane, values, progress) -> noted;
        ImageTask task = ImageTask.of(Settings.parse(settings));
        return new ImageSegmenter(network).segment(image, task, Progress.NONE).notes();
    }

    private static ImagePlus colored() {
        ImagePlus image = IJ.createImage("rgb", "RGB white", 12, 7, 1);
        image.getProcessor().set(5, 0x4060c0);
        return image;
    }

    @Test
    void aSectionMayHaveNucleiToo() {
        assertEquals(List.of("smaller", HINT), notes(colored(), "", true));
    }

    @ParameterizedTest
    @CsvSource({"stain=none, false", "stain=hematoxylin, true", "channel=2, true"})
    void elsewhereNothingIsSaid(String settings, boolean smaller) {
        List<String> rest = smaller ? List.of("smaller") : List.of();
        assertEquals(rest, notes(colored(), settings, smaller));
    }

    @Test
    void grayImagesAreNoSections() {
        ImagePlus gray = IJ.createImage("gray", "8-bit ramp", 12, 7, 1);
        assertEquals(List.of("smaller"), notes(gray, "", true));
    }
}
