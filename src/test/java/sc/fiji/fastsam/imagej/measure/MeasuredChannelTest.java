package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.CompositeConverter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.testing.Drawn;

class MeasuredChannelTest {

    private static final SegmentedObject RING =
            Drawn.object(0.75, Drawn.mask(3, 2, ".####.", "##..##", ".#####"));
    private static final SegmentedObject BLOB =
            Drawn.object(0.5, Drawn.mask(10, 1, "..#", ".##", "###", "##."));

    private static final PlanePosition SHOWN = new PlanePosition(2, 2, 1);

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void channelsAreMeasuredInTheSliceAndFrameOfThePlane(int bits) {
        ImagePlus image = IJ.createHyperStack("hyper", 20, 9, 3, 2, 2, bits);
        Random random = new Random(4);
        for (int i = 1; i <= image.getStackSize(); i++) {
            fill(image.getStack().getProcessor(i), random, 200);
        }
        List<MeasuredObject> rows = measure(image, SHOWN, "1,3");
        for (int i = 0; i < 2; i++) {
            MeasuredObject row = rows.get(i);
            assertEquals(List.of("Ch1", "Ch3"), names(row));
            for (ChannelMeasures channel : row.channels()) {
                int number = channel.name().equals(ChannelName.of(1)) ? 1 : 3;
                int index = image.getStackIndex(number, 2, 1);
                assertEqualToImageJ(image.getStack().getProcessor(index), i, channel);
            }
        }
    }

    @Test
    void theChannelsOfRgbAreItsColors() {
        ColorProcessor pixels = new ColorProcessor(20, 9);
        fill(pixels, new Random(5), 1 << 24);
        List<MeasuredObject> rows =
                measure(new ImagePlus("rgb", pixels), PlanePosition.FIRST, "all");
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("Ch1", "Ch2", "Ch3"), names(rows.get(i)));
            for (int color = 1; color <= 3; color++) {
                ByteProcessor only = pixels.getChannel(color, null);
                assertEqualToImageJ(only, i, rows.get(i).channels().get(color - 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"16-bit", "RGB"})
    void ofAnImageThatIsReadInPartsTheyAreAsInMemory(String type, @TempDir Path folder)
            throws IOException {
        ImagePlus image = IJ.createImage("noise", type, 20, 9, 2);
        image.setDimensions(type.equals("RGB") ? 1 : 2, type.equals("RGB") ? 2 : 1, 1);
        for (int i = 1; i <= 2; i++) {
            int most = type.equals("RGB") ? 1 << 24 : 60_000;
            fill(image.getStack().getProcessor(i), new Random(i), most);
        }
        ImagePlus parts = ImageFiles.openInParts(SampleFiles.save(image, folder.resolve("n.tif")));
        assertEquals(
                values(measure(image, PlanePosition.FIRST, "all")),
                values(measure(parts, PlanePosition.FIRST, "all")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofAStainTheMeanDensityIsMeasured(boolean composite) throws IOException {
        ColorProcessor pixels = new ColorProcessor(20, 9);
        pixels.set(0xffffff);
        // NB: densities of 0.5 of hematoxylin, and of 0.25 of DAB.
        pixels.setValue(0x7871b6);
        pixels.fill(MaskRois.toRoi(RING.mask()));
        pixels.setValue(0xdab7a2);
        pixels.fill(MaskRois.toRoi(BLOB.mask()));
        ImagePlus image = new ImagePlus("section", pixels);
        if (composite) {
            image = CompositeConverter.makeComposite(image);
        }
        List<MeasuredObject> rows =
                MeasuredObjects.of(
                        List.of(RING, BLOB),
                        List.of(1, 2),
                        new PlaneMeasuring(
                                MeasuredPlane.of(image, PlanePosition.FIRST),
                                MeasuredChannel.ofStains(image, PlanePosition.FIRST),
                                0),
                        List.of());
        ResultsTable table = ObjectTable.create(rows);
        assertEquals(0.5, table.getValue("Mean Hematoxylin", 0), 0.01);
        assertEquals(0, table.getValue("Mean Eosin", 0), 0.01);
        assertEquals(0, table.getValue("Mean DAB", 0), 0.01);
        assertEquals(0, table.getValue("Mean Hematoxylin", 1), 0.01);
        assertEquals(0.25, table.getValue("Mean DAB", 1), 0.01);
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(rows, "pixels", csv);
        String header = csv.toString().split("\n")[0];
        assertTrue(header.endsWith(",mean_hematoxylin,mean_eosin,mean_dab"), header);
    }

    @Test
    void densitiesAreThoseOfTheValuesHoweverTheChannelsAreShown() {
        ColorProcessor pixels = new ColorProcessor(20, 9);
        fill(pixels, new Random(6), 1 << 24);
        CompositeImage image =
                (CompositeImage) CompositeConverter.makeComposite(new ImagePlus("s", pixels));
        List<List<ChannelMeasures>> expected =
                values(stains(new ImagePlus("rgb", pixels), PlanePosition.FIRST));
        assertEquals(expected, values(stains(image, PlanePosition.FIRST)));
        image.setC(2);
        image.setDisplayRange(50, 120);
        image.setActiveChannels("101");
        assertEquals(expected, values(stains(image, PlanePosition.FIRST)));
        image.setMode(IJ.GRAYSCALE);
        assertEquals(expected, values(stains(image, PlanePosition.FIRST)));
    }

    @Test
    void densitiesAreThoseOfThePlaneAndStayWhenTheImageIsGone() {
        ImagePlus image = IJ.createImage("rgb", "RGB", 20, 9, 4);
        image.setDimensions(1, 2, 2);
        for (int i = 1; i <= 4; i++) {
            fill(image.getStack().getProcessor(i), new Random(i), 1 << 24);
        }
        PlanePosition position = new PlanePosition(1, 2, 2);
        ColorProcessor alone = (ColorProcessor) image.getStack().getProcessor(4).duplicate();
        List<List<ChannelMeasures>> expected =
                values(stains(new ImagePlus("alone", alone), PlanePosition.FIRST));
        List<MeasuredChannel> channels = MeasuredChannel.ofStains(image, position);
        MeasuredPlane plane = MeasuredPlane.of(image, position);
        image.flush();
        assertEquals(
                expected,
                values(
                        MeasuredObjects.of(
                                List.of(RING, BLOB),
                                List.of(1, 2),
                                new PlaneMeasuring(plane, channels, 0),
                                List.of())));
    }

    private static List<MeasuredObject> stains(ImagePlus image, PlanePosition position) {
        return MeasuredObjects.of(
                List.of(RING, BLOB),
                List.of(1, 2),
                new PlaneMeasuring(
                        MeasuredPlane.of(image, position),
                        MeasuredChannel.ofStains(image, position),
                        0),
                List.of());
    }

    @Test
    void tablesHaveColumnsOfEachChannel() throws IOException {
        ImageStack stack = new ImageStack(20, 9);
        for (int value : new int[] {7, 9, 11}) {
            ByteProcessor plane = new ByteProcessor(20, 9);
            plane.add(value);
            stack.addSlice(plane);
        }
        ImagePlus image = new ImagePlus("three", stack);
        image.setDimensions(3, 1, 1);
        List<MeasuredObject> rows = measure(image, PlanePosition.FIRST, "2-3");
        ResultsTable table = ObjectTable.create(rows);
        assertEquals(7, table.getValue("Mean", 0));
        assertEquals(9, table.getValue("Mean Ch2", 0));
        assertEquals(11, table.getValue("Max Ch3", 1));
        assertEquals(8 * 11, table.getValue("RawIntDen Ch3", 1));
        StringBuilder csv = new StringBuilder();
        ObjectCsv.write(rows, "pixels", csv);
        String[] lines = csv.toString().split("\n");
        assertEquals(
                String.join(",", ObjectCsv.columns())
                        + ",mean_ch2,std_dev_ch2,min_ch2,max_ch2,int_den_ch2,raw_int_den_ch2"
                        + ",mean_ch3,std_dev_ch3,min_ch3,max_ch3,int_den_ch3,raw_int_den_ch3",
                lines[0]);
        assertTrue(lines[2].endsWith(",9,0,9,9,72,72,11,0,11,11,88,88"), lines[2]);
        assertEquals("72", ObjectCsv.numbers(rows.get(1)).get("int_den_ch2"));
    }

    @Test
    void withoutAskingNoneIsMeasured() {
        ImagePlus image = IJ.createHyperStack("hyper", 20, 9, 3, 2, 2, 8);
        assertEquals(List.of(), MeasuredChannel.of(image, SHOWN, IndexRange.SHOWN));
    }

    @Test
    void aChannelThatIsNotThereIsAnErrorThatNamesTheWayOut() {
        ImagePlus two = IJ.createHyperStack("two", 20, 9, 2, 1, 1, 8);
        ImagePlus one = IJ.createImage("one", "8-bit", 20, 9, 1);
        assertEquals(
                "measure_channels must lie between 1 and 2 for this image, but was 1,4. Give the"
                        + " numbers of channels that it has, or all.",
                message(two, "1,4"));
        assertEquals(
                "measure_channels must be 1 for this image, but was 2. Give the numbers of"
                        + " channels that it has, or all.",
                message(one, "2"));
    }

    private static String message(ImagePlus image, String wanted) {
        IndexRange range = IndexRange.parse(wanted).orElseThrow();
        return assertThrows(
                        IllegalArgumentException.class, () -> MeasuredChannel.check(image, range))
                .getMessage();
    }

    private static List<MeasuredObject> measure(
            ImagePlus image, PlanePosition position, String channels) {
        return MeasuredObjects.of(
                List.of(RING, BLOB),
                List.of(1, 2),
                new PlaneMeasuring(
                        MeasuredPlane.of(image, position),
                        MeasuredChannel.of(
                                image, position, IndexRange.parse(channels).orElseThrow()),
                        0),
                List.of());
    }

    private static List<String> names(MeasuredObject row) {
        return row.channels().stream().map(channel -> channel.name().column()).toList();
    }

    private static List<List<ChannelMeasures>> values(List<MeasuredObject> rows) {
        return rows.stream().map(MeasuredObject::channels).toList();
    }

    private static void fill(ImageProcessor pixels, Random random, int most) {
        for (int i = 0; i < pixels.getPixelCount(); i++) {
            if (pixels.getBitDepth() == 32) {
                pixels.setf(i, random.nextInt(most) / 4f);
            } else {
                pixels.set(i, random.nextInt(most));
            }
        }
    }

    private static void assertEqualToImageJ(
            ImageProcessor pixels, int object, ChannelMeasures measured) {
        Roi roi = MaskRois.toRoi(List.of(RING, BLOB).get(object).mask());
        pixels.setRoi(roi);
        var expected = pixels.getStats();
        String what = measured.name() + " of object " + object;
        assertEquals(expected.mean, measured.measures().get(Measure.MEAN), 1e-9, what);
        assertEquals(expected.min, measured.measures().get(Measure.MIN), what);
        assertEquals(expected.max, measured.measures().get(Measure.MAX), what);
        assertEquals(expected.stdDev, measured.measures().get(Measure.STD_DEV), 1e-6, what);
        double sum = expected.mean * expected.pixelCount;
        assertEquals(sum, measured.measures().get(Measure.RAW_INT_DEN), 1e-6, what);
        pixels.resetRoi();
    }
}
