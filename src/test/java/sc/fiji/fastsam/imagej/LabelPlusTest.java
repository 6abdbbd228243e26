package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.Drawn;

class LabelPlusTest {

    @TempDir Path folder;

    @Test
    void labelsAre16BitCalibratedAndNamedAfterTheSource() {
        ImagePlus source = IJ.createImage("my cells.v2.tif", "8-bit black", 5, 3, 1);
        source.getCalibration().pixelWidth = 0.25;
        source.getCalibration().setUnit("µm");
        source.getCalibration().setSigned16BitCalibration();
        ImagePlus labels =
                LabelPlus.create(
                        twoObjects(), source, PlanePosition.FIRST, ObjectColors.byLabel(2));
        assertEquals("my cells.v2-labels", labels.getTitle());
        assertEquals(16, labels.getBitDepth());
        assertEquals(0.25, labels.getCalibration().pixelWidth);
        assertEquals("µm", labels.getCalibration().getUnit());
        assertEquals(2, labels.getProcessor().getf(4, 2));
        assertEquals(2, labels.getCalibration().getCValue(2), "values are not calibrated");
    }

    @ParameterizedTest
    @CsvSource({
        "a.ome.tif, a-labels",
        "field 1.5, field 1.5-labels",
        "b.PNG, b-labels",
        ".tif, -labels"
    })
    void onlyTheExtensionIsCutFromTheTitle(String title, String expected) {
        assertEquals(expected, LabelPlus.title(new ImagePlus(title, new ByteProcessor(2, 1))));
    }

    @Test
    void labelsShowInTheirColors() {
        ImagePlus source = IJ.createImage("x", "8-bit black", 5, 3, 1);
        ImagePlus labels =
                LabelPlus.create(
                        twoObjects(), source, PlanePosition.FIRST, ObjectColors.byLabel(2));
        assertEquals(0xff000000, rgb(labels, 0, 0));
        assertEquals(ObjectColors.byLabel(2).of(1).getRGB(), rgb(labels, 1, 0));
        assertEquals(ObjectColors.byLabel(2).of(2).getRGB(), rgb(labels, 4, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 511, 512, 850, 20_000, 65_535, 65_536, 89_000})
    void noLabelHasTheColorOfTheBackground(int count) {
        ImagePlus source = IJ.createImage("x", "8-bit black", 300, 300, 1);
        ImagePlus labels =
                LabelPlus.create(
                        singles(count), source, PlanePosition.FIRST, ObjectColors.byLabel(count));
        assertEquals(count > 65_535 ? 32 : 16, labels.getBitDepth());
        assertNotEquals(0xff000000, rgb(labels, 0, 0));
        assertEquals(0xff000000, rgb(labels, 299, 299));
        assertEquals(count, labels.getProcessor().getf(count - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 255, 256, 850, 20_000, 65_536})
    void aLabelShowsInTheColorThatItsOutlineHas(int count) {
        ImagePlus source = IJ.createImage("x", "8-bit black", 300, 300, 1);
        ObjectColors colors = ObjectColors.byLabel(count);
        ImagePlus labels = LabelPlus.create(singles(count), source, PlanePosition.FIRST, colors);
        for (int i = 0; i < count; i += Math.max(1, count / 500)) {
            int label = (int) labels.getProcessor().getf(i);
            assertEquals(colors.of(label).getRGB(), rgb(labels, i % 300, i / 300), "" + label);
        }
    }

    @Test
    void aSavedLabelImageShowsTheSameColors() {
        ImagePlus source = IJ.createImage("x", "8-bit black", 300, 300, 1);
        ImagePlus labels =
                LabelPlus.create(
                        singles(20_000), source, PlanePosition.FIRST, ObjectColors.byLabel(20_000));
        String path = folder.resolve("labels.tif").toString();
        new FileSaver(labels).saveAsTiff(path);
        ImagePlus read = IJ.openImage(path);
        for (int x = 0; x < 300; x++) {
            assertEquals(rgb(labels, x, 0), rgb(read, x, 0));
            assertEquals(rgb(labels, x, 66), rgb(read, x, 66));
        }
    }

    @Test
    void aSinglePlaneOfAHyperstackNamesItsPlane() {
        ImagePlus source = IJ.createHyperStack("h", 5, 3, 2, 4, 3, 8);
        ImagePlus labels =
                LabelPlus.create(
                        twoObjects(), source, new PlanePosition(2, 4, 1), ObjectColors.byLabel(2));
        assertEquals("c:2 z:4 t:1", labels.getProp("Plane"));
        assertEquals("c:2 z:4 t:1", labels.getStack().getSliceLabel(1));
        assertEquals(1, labels.getStackSize());
    }

    @Test
    void aStackOfLabelsHasTheSlicesAndFramesOfTheSource() {
        ImagePlus source = IJ.createHyperStack("h", 5, 3, 2, 2, 3, 8);
        Map<PlanePosition, Labeling> planes = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            planes.put(
                    new PlanePosition(1, 1 + i % 2, 1 + i / 2),
                    i == 4 ? twoObjects() : singles(5, 3, i));
        }
        ImagePlus labels = LabelPlus.createStack(planes, source, ObjectColors.byLabel(5));
        assertEquals(
                List.of(1, 2, 3),
                List.of(labels.getNChannels(), labels.getNSlices(), labels.getNFrames()));
        assertEquals(2, labels.getStack().getProcessor(labels.getStackIndex(1, 1, 3)).get(4, 2));
        assertEquals(5, labels.getStack().getProcessor(6).get(4, 0));
        labels.setPosition(1, 1, 3);
        assertEquals(ObjectColors.byLabel(5).of(2).getRGB(), rgb(labels, 4, 2));
    }

    @Test
    void planesWithoutLabelsAreEmptyInAStackOfLabels() {
        ImagePlus source = IJ.createHyperStack("h", 5, 3, 1, 3, 1, 8);
        ImagePlus labels =
                LabelPlus.createStack(
                        Map.of(new PlanePosition(1, 2, 1), twoObjects()),
                        source,
                        ObjectColors.byLabel(2));
        assertEquals(3, labels.getNSlices());
        assertEquals(0, labels.getStack().getProcessor(1).getStats().max);
        assertEquals(2, labels.getStack().getProcessor(2).getStats().max);
        assertEquals(16, labels.getBitDepth());
    }

    @Test
    void aStackOfLabelsLargerThanHalfOfTheMemoryIsPaintedPlaneByPlane() {
        ImagePlus source = IJ.createHyperStack("h", 5, 3, 1, 3, 2, 8);
        Map<PlanePosition, Labeling> labelings =
                Map.of(
                        new PlanePosition(1, 2, 1),
                        Labeling.inParts(twoObjects().segmentation(), OverlapRule.SMALLEST_ON_TOP));
        // NB: 5 x 3 x 6 labels of 2 bytes are 180 bytes.
        ImagePlus whole = LabelPlus.createStack(labelings, source, ObjectColors.byLabel(2), 360);
        ImagePlus virtual = LabelPlus.createStack(labelings, source, ObjectColors.byLabel(2), 359);
        assertFalse(whole.getStack().isVirtual());
        assertTrue(virtual.getStack().isVirtual());
        assertEquals(2, virtual.getNFrames());
        for (int i = 1; i <= 6; i++) {
            assertArrayEquals(
                    (short[]) whole.getStack().getProcessor(i).getPixels(),
                    (short[]) virtual.getStack().getProcessor(i).getPixels());
        }
        virtual.setSlice(2);
        whole.setSlice(2);
        assertEquals(rgb(whole, 4, 2), rgb(virtual, 4, 2));
        assertEquals(2, virtual.getProcessor().get(4, 2));
    }

    private static int rgb(ImagePlus imp, int x, int y) {
        return imp.getProcessor().getBufferedImage().getRGB(x, y);
    }

    private static Labeling twoObjects() {
        return Labeling.of(
                Drawn.segmentation(
                        5,
                        3,
                        Drawn.object(0.9, Drawn.mask(1, 0, "##")),
                        Drawn.object(0.8, Drawn.mask(4, 2, "#"))),
                OverlapRule.SMALLEST_ON_TOP);
    }

    private static Labeling singles(int count) {
        return singles(300, 300, count);
    }

    private static Labeling singles(int width, int height, int count) {
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Mask pixel = Mask.ofRegion(new Region(i % width, i / width, 1, 1));
            objects.add(Drawn.object(0.5, pixel));
        }
        return Labeling.of(
                Drawn.segmentation(width, height).withObjects(objects),
                OverlapRule.SMALLEST_ON_TOP);
    }
}
