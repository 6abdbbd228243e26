package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class MeasuredObjectsTest {

    private static final SegmentedObject RING =
            Drawn.object(0.75, Drawn.mask(3, 2, ".####.", "##..##", ".#####"));
    private static final SegmentedObject BLOB =
            Drawn.object(0.5, Drawn.mask(10, 1, "..#", ".##", "###", "##."));

    private static final int ALL =
            Measurements.AREA
                    | Measurements.MEAN
                    | Measurements.STD_DEV
                    | Measurements.MIN_MAX
                    | Measurements.CENTROID
                    | Measurements.RECT
                    | Measurements.PERIMETER
                    | Measurements.SHAPE_DESCRIPTORS
                    | Measurements.FERET
                    | Measurements.INTEGRATED_DENSITY;

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit", "32-bit", "RGB"})
    void measuresEqualThoseOfImageJ(String type) {
        assertEqualToImageJ(noise(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit", "32-bit", "RGB"})
    void manyObjectsOfAnImageThatIsReadInPartsAreMeasuredAsInMemory(
            String type, @TempDir Path folder) throws IOException {
        ImagePlus imp = IJ.createImage("noise", type, 400, 300, 1);
        Random random = new Random(3);
        for (int i = 0; i < 120_000; i++) {
            imp.getProcessor().set(i, random.nextInt(type.equals("RGB") ? 1 << 24 : 200));
        }
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            int x = i * 37 % 2500 % 50 * 8;
            objects.add(Drawn.object(0.5, Drawn.mask(x, i * 37 % 2500 / 50 * 6, "##.", ".##")));
        }
        ImagePlus parts = ImageFiles.openInParts(SampleFiles.save(imp, folder.resolve("n.tif")));
        assertEquals(2500, Set.copyOf(objects).size());
        List<MeasuredObject> expected = MeasuredObjects.of(objects, plane(imp));
        List<MeasuredObject> measured = MeasuredObjects.of(objects, plane(parts));
        for (int i = 0; i < 2500; i++) {
            assertEquals(expected.get(i).measures(), measured.get(i).measures(), "object " + i);
            assertEquals(expected.get(i).label(), measured.get(i).label());
        }
    }

    private static MeasuredPlane plane(ImagePlus imp) {
        return MeasuredPlane.of(imp, PlanePosition.FIRST);
    }

    @Test
    void signedImagesAreMeasuredInTheirOwnValues() {
        ImagePlus imp = noise("16-bit");
        imp.getCalibration().setSigned16BitCalibration();
        assertEqualToImageJ(imp);
        assertTrue(measure(imp).get(0).get(Measure.MIN) < 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit"})
    void calibratedValuesAreMeasuredAsImageJDoes(String type) {
        ImagePlus imp = noise(type);
        imp.getCalibration()
                .setFunction(Calibration.STRAIGHT_LINE, new double[] {0.25, 0.0038}, "OD");
        assertEqualToImageJ(imp);
        double sum = measure(imp).get(0).get(Measure.RAW_INT_DEN);
        assertEquals(type.equals("8-bit"), sum == Math.rint(sum));
    }

    @Test
    void aSquareOf2By3PixelsOnARampHasTheseMeasures() {
        ImagePlus imp = IJ.createImage("ramp", "16-bit", 8, 6, 1);
        for (int i = 0; i < 48; i++) {
            imp.getProcessor().set(i, 10 * i);
        }
        imp.getCalibration().pixelWidth = 0.5;
        imp.getCalibration().pixelHeight = 0.25;
        SegmentedObject object = Drawn.object(0.9, Drawn.mask(4, 1, "##", "##", "##"));
        MeasuredObject m =
                MeasuredObjects.of(List.of(object), MeasuredPlane.of(imp, PlanePosition.FIRST))
                        .get(0);
        assertEquals(6 * 0.125, m.get(Measure.AREA));
        assertEquals(205, m.get(Measure.MEAN), 1e-9);
        assertEquals(120, m.get(Measure.MIN));
        assertEquals(290, m.get(Measure.MAX));
        assertEquals(2.5, m.get(Measure.X));
        assertEquals(0.625, m.get(Measure.Y));
        assertEquals(0.75 * 205, m.get(Measure.INT_DEN), 1e-9);
        assertEquals(1230, m.get(Measure.RAW_INT_DEN));
        assertEquals(1, m.get(Measure.SOLIDITY));
    }

    @Test
    void pixelsThatAreNotFiniteDoNotCount() {
        ImagePlus imp = new ImagePlus("nan", new FloatProcessor(9, 4));
        imp.getProcessor().setf(1, 1, Float.NaN);
        imp.getProcessor().setf(2, 1, 6);
        imp.getProcessor().setf(3, 1, Float.POSITIVE_INFINITY);
        List<SegmentedObject> objects =
                List.of(
                        Drawn.object(0.9, Drawn.mask(0, 1, "####")),
                        Drawn.object(0.8, Drawn.mask(1, 1, "#")));
        List<MeasuredObject> rows =
                MeasuredObjects.of(objects, MeasuredPlane.of(imp, PlanePosition.FIRST));
        assertEquals(3, rows.get(0).get(Measure.MEAN));
        assertEquals(6, rows.get(0).get(Measure.MAX));
        assertEquals(2, rows.get(0).values());
        assertEquals(0, rows.get(1).values());
        for (Measure measure : Measure.OF_VALUES) {
            assertTrue(Double.isNaN(rows.get(1).get(measure)), "" + measure);
        }
        assertEquals(1, rows.get(1).get(Measure.AREA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-bit", "16-bit", "32-bit"})
    void valuesOfOnePixelDoNotDeviate(String type) {
        SegmentedObject pixel = Drawn.object(0.9, Drawn.mask(5, 3, "#"));
        MeasuredObject row = MeasuredObjects.of(List.of(pixel), plane(noise(type))).get(0);
        assertEquals(0, row.get(Measure.STD_DEV));
        assertEquals(row.get(Measure.MIN), row.get(Measure.MEAN));
    }

    @Test
    void levelsLinksAndWordsHaveTheirColumnsInTableAndFile() throws IOException {
        List<MeasuredObject> rows = measure(noise("8-bit"));
        List<MeasuredObject> all =
                List.of(
                        rows.get(0)
                                .withKin(new MeasuredObject.Kin(0, 3))
                                .withMother(0)
                                .withSimilarity(0.25),
                        rows.get(1).withMother(7));
        ResultsTable table = ObjectTable.create(all);
        assertEquals(List.of(0.0, 0.0), column(table, "Parent"));
        assertEquals(List.of(3.0, 0.0), column(table, "Children"));
        assertEquals(List.of(0.0, 7.0), column(table, "Mother"));
        assertEquals(List.of(0.25, Double.NaN), column(table, "Similarity"));
        assertEquals("a", all.get(0).withName("a").name());
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(all, "µm", csv);
        String[] lines = csv.toString().split("\n");
        assertTrue(lines[0].endsWith(",raw_int_den,similarity,parent,children,mother"), lines[0]);
        assertTrue(lines[1].endsWith(",0.25,0,3,0"), lines[1]);
        assertTrue(lines[2].endsWith(",,0,0,7"), lines[2]);
        ResultsTable plain = ObjectTable.create(rows);
        for (String column : List.of("Parent", "Children", "Mother", "Similarity")) {
            assertFalse(plain.columnExists(column), column);
        }
    }

    private static List<Double> column(ResultsTable table, String name) {
        return List.of(table.getValue(name, 0), table.getValue(name, 1));
    }

    @Test
    void theTableHasARowAnObjectNamedAsItsRegion() {
        ResultsTable table = ObjectTable.create(measure(noise("8-bit")));
        assertEquals(2, table.size());
        assertEquals("obj0001-0.75", table.getLabel(0));
        assertEquals(2, table.getValue("Object", 1));
        assertEquals(0.5, table.getValue("Score", 1));
        assertFalse(table.columnExists("Slice"));
        assertFalse(table.columnExists("Prompts"));
    }

    @Test
    void inAStackTheTableNamesThePlane() {
        ImagePlus imp = IJ.createHyperStack("hyper", 20, 9, 2, 3, 1, 8);
        List<MeasuredObject> rows =
                MeasuredObjects.of(
                        List.of(RING), MeasuredPlane.of(imp, new PlanePosition(2, 3, 1)));
        ResultsTable table =
                ObjectTable.create(List.of(rows.get(0).withPrompts(List.of("a", "b"))));
        assertEquals("obj0006-0001-0.75", table.getLabel(0));
        assertEquals(2, table.getValue("Ch", 0));
        assertEquals(3, table.getValue("Slice", 0));
        assertEquals(1, table.getValue("Frame", 0));
        assertEquals("a b", table.getStringValue("Prompts", 0));
    }

    @Test
    void theCsvHasALineAnObjectUnderNamedColumns() throws IOException {
        ImagePlus imp = IJ.createImage("gray", "8-bit black", 20, 9, 1);
        imp.getProcessor().add(7);
        List<MeasuredObject> rows =
                MeasuredObjects.of(List.of(BLOB), MeasuredPlane.of(imp, PlanePosition.FIRST));
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(List.of(rows.get(0).withPrompts(List.of("p1", "p2"))), "µm", csv);
        String[] lines = csv.toString().split("\n");
        assertEquals(2, lines.length);
        assertTrue(
                lines[0].startsWith(
                        "label,name,score,prompts,channel,slice,frame,box_x0,box_y0,box_x1,box_y1,"
                                + "area_px,unit,area,mean,std_dev,min,max,x,y,"),
                lines[0]);
        assertTrue(
                lines[1].startsWith(
                        "1,obj0001-0.50,0.5,p1 p2,1,1,1,10,1,13,5,8,µm,8,7,0,7,7,11.625,"),
                lines[1]);
        assertEquals(lines[0].split(",").length, lines[1].split(",").length);
    }

    private static void assertEqualToImageJ(ImagePlus imp) {
        List<MeasuredObject> rows = measure(imp);
        for (int i = 0; i < 2; i++) {
            ResultsTable expected = measureByImageJ(imp, List.of(RING, BLOB).get(i));
            for (Measure measure : Measure.values()) {
                assertEquals(
                        expected.getValue(measure.column(), 0),
                        rows.get(i).get(measure),
                        1e-4 * Math.max(1, Math.abs(rows.get(i).get(measure))),
                        measure + " of object " + i);
            }
        }
    }

    private static List<MeasuredObject> measure(ImagePlus imp) {
        return MeasuredObjects.of(List.of(RING, BLOB), MeasuredPlane.of(imp, PlanePosition.FIRST));
    }

    private static ResultsTable measureByImageJ(ImagePlus imp, SegmentedObject object) {
        ResultsTable table = new ResultsTable();
        imp.setRoi(MaskRois.toRoi(object.mask()));
        new Analyzer(imp, ALL, table).measure();
        imp.deleteRoi();
        return table;
    }

    private static ImagePlus noise(String type) {
        ImagePlus imp = IJ.createImage("noise", type + " black", 20, 9, 1);
        ImageProcessor ip = imp.getProcessor();
        Random random = new Random(7);
        for (int i = 0; i < ip.getPixelCount(); i++) {
            if (ip instanceof ColorProcessor) {
                ip.set(i, random.nextInt(1 << 24));
            } else {
                ip.setf(i, random.nextInt(ip.getBitDepth() == 8 ? 256 : 60_000));
            }
        }
        Calibration calibration = imp.getCalibration();
        calibration.setUnit("µm");
        calibration.pixelWidth = 0.5;
        calibration.pixelHeight = 0.25;
        calibration.xOrigin = 3;
        calibration.yOrigin = -2;
        return imp;
    }
}
