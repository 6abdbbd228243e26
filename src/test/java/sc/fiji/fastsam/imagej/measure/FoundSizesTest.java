package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.mask.RunSummary;

class FoundSizesTest {

    private final ImagePlus image = new ImagePlus("cells", new ByteProcessor(4, 3));

    @Test
    void aDiameterIsToldInPixelsAndInTheUnitOfTheImage() {
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().pixelHeight = 0.25;
        image.getCalibration().setUnit("um");
        FoundSizes sizes = FoundSizes.of(RunSummary.Sizes.of(1.25, OptionalDouble.of(28.2)), image);
        assertEquals("typical diameter 28 px (7.05 µm)", sizes.phrase());
        assertEquals("1.25", sizes.scales());
        assertEquals("µm", sizes.unit());
        assertEquals(7.05, sizes.lengths().get(0).orElseThrow(), 1e-9);
    }

    @Test
    void ofTwoLevelsTheLargerIsNamedFirst() {
        RunSummary.Level cells = new RunSummary.Level(0.5, 0.3, 35, OptionalDouble.of(62.4));
        RunSummary.Level nuclei = new RunSummary.Level(1.6, 0.3, 0, OptionalDouble.of(20.1));
        FoundSizes sizes = FoundSizes.of(new RunSummary.Sizes(List.of(cells, nuclei)), image);
        assertEquals("2 levels, typical diameters 62 px and 20 px", sizes.phrase());
        assertEquals("0.50 and 1.60", sizes.scales());
        assertEquals(List.of(OptionalDouble.empty(), OptionalDouble.empty()), sizes.lengths());
    }

    @Test
    void withoutObjectsThereIsNoText() {
        RunSummary.Sizes none = RunSummary.Sizes.of(1, OptionalDouble.empty());
        assertEquals("", FoundSizes.of(none, image).text());
    }
}
