package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Rings;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.IndexRange;

class MeasuredRingTest {

    private static final SegmentedObject LEFT = object(4, 5, 6, 6);
    private static final SegmentedObject RIGHT = object(16, 5, 6, 6);

    @Test
    void aRingHasTheValuesRoundAnObjectInEveryMeasuredChannel() throws IOException {
        ImagePlus image = twoChannels();
        List<MeasuredObject> rows = measure(image, List.of(LEFT, RIGHT), List.of(), 2, "2");

        ResultsTable table = ObjectTable.create(rows);
        assertEquals(50, table.getValue("Mean", 0));
        assertEquals(10, table.getValue("Mean Ring", 0));
        assertEquals(5, table.getValue("Mean Ch2", 0));
        assertEquals(80, table.getValue("Mean Ring Ch2", 0));
        // 6 x 2 pixels a side, and one at each corner.
        assertEquals(4 * 12 + 4, table.getValue("Area Ring", 0));
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(rows, "pixels", csv);
        String[] lines = csv.toString().split("\n");
        assertTrue(
                lines[0].endsWith(
                        ",raw_int_den_ch2,area_ring,mean_ring,std_dev_ring,min_ring,max_ring,int_den_ring,"
                                + "raw_int_den_ring,mean_ring_ch2,std_dev_ring_ch2,min_ring_ch2,"
                                + "max_ring_ch2,int_den_ring_ch2,raw_int_den_ring_ch2"),
                lines[0]);
        assertTrue(lines[1].endsWith(",52,10,0,10,10,520,520,80,0,80,80,4160,4160"), lines[1]);
        assertEquals("80", ObjectCsv.numbers(rows.get(1)).get("mean_ring_ch2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void valuesAreImageJsOwnOfTheSamePixels(int bits) {
        ImagePlus image = IJ.createImage("noise", bits + "-bit black", 40, 30, 1);
        Random random = new Random(bits);
        ImageProcessor pixels = image.getProcessor();
        for (int i = 0; i < 40 * 30; i++) {
            pixels.setf(i, random.nextInt(200));
        }
        image.getCalibration().pixelWidth = 0.5;
        image.getCalibration().pixelHeight = 0.25;
        List<SegmentedObject> objects = List.of(LEFT, RIGHT);
        List<MeasuredObject> rows = measure(image, objects, List.of(), 4, "shown");

        List<Mask> rings = Rings.of(objects, plane(image).size(), 4);
        for (int i = 0; i < 2; i++) {
            image.setRoi(MaskRois.toRoi(rings.get(i)));
            ImageStatistics expected = image.getAllStatistics();
            ObjectMeasures measures = rows.get(i).channels().get(0).measures();
            assertEquals(expected.area, measures.get(Measure.AREA), 1e-9);
            assertEquals(expected.mean, measures.get(Measure.MEAN), 1e-9);
            assertEquals(expected.stdDev, measures.get(Measure.STD_DEV), 1e-4);
            assertEquals(expected.min, measures.get(Measure.MIN));
            assertEquals(expected.max, measures.get(Measure.MAX));
        }
    }

    @Test
    void whatElseLiesInThePlaneIsInNoRing() {
        ImagePlus image = twoChannels();
        SegmentedObject close = object(10, 5, 6, 6);
        ImageProcessor pixels = image.getStack().getProcessor(1);
        pixels.setValue(200);
        pixels.fill(MaskRois.toRoi(close.mask()));

        assertEquals(10, ring(measure(image, List.of(LEFT), List.of(close), 3, "shown")));
        assertTrue(ring(measure(image, List.of(LEFT), List.of(), 3, "shown")) > 10);
    }

    @Test
    void anEmptyRingHasAnAreaAndNoValues() {
        ImagePlus image = IJ.createImage("small", "8-bit black", 6, 6, 1);
        MeasuredObject row =
                measure(image, List.of(object(0, 0, 6, 6)), List.of(), 3, "shown").get(0);

        ObjectMeasures ring = row.channels().get(0).measures();
        assertEquals(0, ring.get(Measure.AREA));
        assertTrue(Double.isNaN(ring.get(Measure.MEAN)));
        assertEquals("0", ObjectCsv.numbers(row).get("area_ring"));
        assertFalse(ObjectCsv.numbers(row).containsKey("mean_ring"));
    }

    private static double ring(List<MeasuredObject> rows) {
        return rows.get(0).channels().get(0).measures().get(Measure.MEAN);
    }

    /** Objects of 50 on 10 in the first, of 5 on 80 in the second. */
    private static ImagePlus twoChannels() {
        ImagePlus image = IJ.createHyperStack("two", 40, 30, 2, 1, 1, 8);
        int[][] values = {{10, 50}, {80, 5}};
        for (int c = 0; c < 2; c++) {
            ImageProcessor pixels = image.getStack().getProcessor(c + 1);
            pixels.set(values[c][0]);
            pixels.setValue(values[c][1]);
            pixels.fill(MaskRois.toRoi(LEFT.mask()));
            pixels.fill(MaskRois.toRoi(RIGHT.mask()));
        }
        return image;
    }

    private static List<MeasuredObject> measure(
            ImagePlus image,
            List<SegmentedObject> objects,
            List<SegmentedObject> others,
            int ring,
            String channels) {
        List<MeasuredChannel> besides =
                MeasuredChannel.of(
                        image, PlanePosition.FIRST, IndexRange.parse(channels).orElseThrow());
        List<Integer> labels = List.of(1, 2).subList(0, objects.size());
        return MeasuredObjects.of(
                objects, labels, new PlaneMeasuring(plane(image), besides, ring), others);
    }

    private static MeasuredPlane plane(ImagePlus image) {
        return MeasuredPlane.of(image, PlanePosition.FIRST);
    }

    private static SegmentedObject object(int x, int y, int width, int height) {
        Region region = new Region(x, y, width, height);
        return new SegmentedObject(Mask.ofRegion(region), region.toBox(), 0.9f);
    }
}
