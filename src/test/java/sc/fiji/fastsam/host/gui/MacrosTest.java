package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.FastSam;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.measure.Measure;
import sc.fiji.fastsam.imagej.measure.MeasuredObject;
import sc.fiji.fastsam.model.ModelFile;

/** The macros of the project and of its manual, headless as a process. */
class MacrosTest {

    private static final Path MACROS = Path.of("macros").toAbsolutePath();
    private static final Path COINS =
            Path.of("src", "test", "resources", "images", "coins.png").toAbsolutePath();

    private static BareImageJ imagej;

    @TempDir Path folder;

    @BeforeAll
    static void install() throws IOException {
        Assumptions.assumeTrue(ModelFile.isBundledPresent(), "no bundled network");
        imagej = BareImageJ.install("headless");
    }

    @Test
    void countAndMeasureCountsTheCoins() throws Exception {
        String output = run("count-and-measure.ijm", COINS.toString());
        assertTrue(number("coins.png: (\\d+) objects", output) >= 18, output);
        assertTrue(number("mean area (\\d+)", output) > 500, output);
    }

    @Test
    void promptMacrosFindWhatTheyPointAt() throws Exception {
        assertTrue(run("points.ijm", COINS.toString()).contains("object at the point"));
        Path comma = Files.copy(COINS, folder.resolve("coins, 2.png"));
        assertTrue(run("boxes.ijm", comma + ",10,10,80,80").contains("box1: area"));
        assertTrue(run("typed-prompts.ijm", COINS.toString()).contains("objects for 3 prompts: "));
    }

    @Test
    void folderWritesLabelsARowPerObjectAndARowPerImageWhateverOneFileIs() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = folder.resolve("out");
        Files.copy(COINS, in.resolve("one.png"));
        Files.writeString(in.resolve("damaged.tif"), "no image at all");
        Files.write(in.resolve("empty.png"), new byte[0]);
        Files.copy(COINS, in.resolve("two.png"));
        Files.writeString(in.resolve("notes.txt"), "no image");
        String output = run("folder.ijm", in + "," + out);
        int one = number("one.png: (\\d+) objects", output);
        ImagePlus labels = IJ.openImage(out.resolve("one-labels.tif").toString());
        assertEquals(one, (int) labels.getProcessor().getStats().max, output);
        assertTrue(Files.exists(out.resolve("two-labels.tif")), output);
        List<String> table = Files.readAllLines(out.resolve("objects.csv"));
        assertEquals(1 + 2 * one, table.size(), output);
        List<String> summary = Files.readAllLines(out.resolve("summary.csv"));
        assertEquals(3, summary.size(), output);
        assertTrue(summary.get(0).contains("Image,Planes,Count,Total Area"), summary.get(0));
        assertTrue(summary.get(2).contains("two.png,1," + one), summary.get(2));
        assertTrue(output.contains("2 images done"), output);
        assertTrue(output.contains("damaged.tif") && output.contains("empty.png"), output);
    }

    @Test
    void folderKeepsTheLabelsOfImagesOfOneNameApartAndTakesNoneForAnImage() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.copy(COINS, in.resolve("one.png"));
        IJ.saveAsTiff(IJ.createImage("one", "8-bit black", 40, 30, 1), in.resolve("one.tif") + "");
        run("folder.ijm", in + "," + in);
        String output = run("folder.ijm", in + "," + in);
        assertTrue(output.contains("2 images done"), output);
        ImagePlus labels = IJ.openImage(in.resolve("one.png-labels.tif").toString());
        assertEquals(number("one.png: (\\d+) objects", output), labels.getStatistics().max, output);
        assertEquals(40, IJ.openImage(in.resolve("one.tif-labels.tif").toString()).getWidth());
        assertFalse(Files.exists(in.resolve("one-labels.tif")));
    }

    @Test
    void folderLeavesTheRowsOfResultsAlone() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.copy(COINS, in.resolve("one.png"));
        String output =
                macro(
                        "setResult('Mine', 0, 7); runMacro('"
                                + MACROS.resolve("folder.ijm")
                                + "', '"
                                + in
                                + ","
                                + folder.resolve("out")
                                + "'); print('rows ' + nResults + ' mine ' + getResult('Mine', 0));");
        assertTrue(output.contains("rows 1 mine 7"), output);
        assertTrue(Files.exists(folder.resolve("out").resolve("objects.csv")), output);
    }

    @Test
    void channel2IsMeasuredInTheNucleiOfChannel1() throws Exception {
        String output = run("channel2-in-nuclei.ijm", twoChannels().toString());
        int nuclei = number("two.tif: (\\d+) nuclei", output);
        assertTrue(nuclei >= 18, output);
        assertEquals(nuclei, count("nucleus \\d+: mean of channel 2 42\\R", output), output);
    }

    @Test
    void channel2IsMeasuredRoundTheNucleiToo() throws Exception {
        Path two = twoChannels();
        ImagePlus image = IJ.openImage(two.toString());
        ImagePlus labels = FastSam.segment(image, "channel=1").toLabelImage();
        for (int i = 0; i < labels.getWidth() * labels.getHeight(); i++) {
            if (labels.getProcessor().get(i) > 0) {
                image.getStack().getProcessor(2).set(i, 84);
            }
        }
        Path comma = saved(image, "two, 2.tif");
        String output = run("nucleus-to-cytoplasm.ijm", comma + ",3");
        int nuclei = number("two, 2.tif: (\\d+) nuclei, rings of 3 pixels", output);
        assertTrue(nuclei >= 18, output);
        String line = "nucleus \\d+: 84 in the nucleus, 42 round it, quotient 2\\.000";
        assertEquals(nuclei, count(line, output), output);
        for (String wrong : List.of("wide", "0", "2.5")) {
            String refused = run("nucleus-to-cytoplasm.ijm", two + "," + wrong);
            assertTrue(refused.contains("but was \"" + wrong + "\"."), refused);
        }
    }

    @Test
    void positiveNucleiAreThoseWithEnoughOfDab() throws Exception {
        Path section = COINS.resolveSibling("ihc.png");
        ImageObjects found = FastSam.segment(IJ.openImage(section.toString()), "stain=hematoxylin");
        double[] densities = found.toTable().getColumn("Mean DAB");
        Path comma = Files.copy(section, folder.resolve("ihc, 2.png"));
        String output = run("positive-nuclei.ijm", comma + ",0.3");
        long positive = Arrays.stream(densities).filter(d -> d >= 0.3).count();
        assertTrue(densities.length > 80 && positive > 0, output);
        assertTrue(positive < densities.length, output);
        String counts = densities.length + " nuclei, " + positive + " positive";
        assertTrue(output.contains("ihc, 2.png: " + counts), output);
        String all = "ihc, 2.png: " + densities.length + " nuclei, ";
        assertTrue(run("positive-nuclei.ijm", comma.toString()).contains(all));
        for (String argument : new String[] {section + ",many", comma + ", many"}) {
            String refused = run("positive-nuclei.ijm", argument);
            assertTrue(refused.contains("must be a number, but was \"many\"."), refused);
        }
    }

    /** Coins, and a second channel of 42 everywhere. */
    private Path twoChannels() {
        ImagePlus coins = IJ.openImage(COINS.toString());
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor());
        stack.addSlice(coins.getProcessor().createProcessor(coins.getWidth(), coins.getHeight()));
        stack.getProcessor(2).add(42);
        ImagePlus two = new ImagePlus("two", stack);
        two.setDimensions(2, 1, 1);
        two.setOpenAsHyperStack(true);
        return saved(two, "two.tif");
    }

    @Test
    void areasAreThoseOfTheSameObjectInEveryFrame() throws Exception {
        ImagePlus coins = IJ.openImage(COINS.toString());
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor());
        stack.addSlice(coins.getProcessor().duplicate());
        stack.getProcessor(2).translate(2, 1);
        ImagePlus series = new ImagePlus("series", stack);
        series.setDimensions(1, 1, 2);
        series.getCalibration().pixelWidth = 0.001;
        series.getCalibration().pixelHeight = 0.001;
        series.getCalibration().setUnit("inch");
        String output = run("areas-over-time.ijm", saved(series, "series.tif").toString());
        int objects = number("series.tif: (\\d+) objects in 2 frames", output);
        String area = "0\\.00\\d{2,4}";
        int followed = count("object \\d+: frame 1 " + area + "; frame 2 " + area + ";", output);
        assertTrue(objects >= 18 && followed >= objects - 2, output);
    }

    @Test
    void volumesAreThoseOfTheAreasInAllSlices() throws Exception {
        ImagePlus coins = IJ.openImage(COINS.toString());
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        for (int slice = 0; slice < 3; slice++) {
            stack.addSlice(coins.getProcessor().duplicate());
        }
        ImagePlus body = new ImagePlus("bodies", stack);
        body.setDimensions(1, 3, 1);
        body.getCalibration().pixelWidth = 0.5;
        body.getCalibration().pixelHeight = 0.5;
        body.getCalibration().pixelDepth = 2;
        body.getCalibration().xOrigin = 100;
        body.getCalibration().zOrigin = 4;
        body.getCalibration().setUnit("mm");
        Path file = saved(body, "bodies.tif");
        List<MeasuredObject> flat = FastSam.segment(IJ.openImage(file.toString())).rows();

        String output = run("volumes.ijm", file.toString());

        assertEquals(flat.size(), number("bodies.tif: (\\d+) bodies in 3 slices of 2 mm", output));
        for (int i = 0; i < flat.size(); i++) {
            String volume = printed(3 * 2 * flat.get(i).get(Measure.AREA));
            String line =
                    "body " + (i + 1) + ": volume " + volume + " mm^3, slices 1 to 3, center ";
            assertTrue(output.contains(line), line + output);
        }
        String center =
                printed(flat.get(0).get(Measure.X))
                        + ", "
                        + printed(flat.get(0).get(Measure.Y))
                        + ", -5, mean "
                        + printed(flat.get(0).get(Measure.MEAN));
        assertTrue(output.contains(center), center + output);
        ImageStack twice = body.getStack().duplicate();
        for (int slice = 1; slice <= 3; slice++) {
            twice.addSlice(body.getStack().getProcessor(slice));
        }
        body.setStack(twice, 1, 3, 2);
        body.setOpenAsHyperStack(true);
        output = run("volumes.ijm", saved(body, "bodies.tif").toString());
        assertTrue(output.contains(" bodies in 3 slices of 2 mm, frame 1 of 2"), output);
    }

    @Test
    void stagePositionsAreInTheImagesUnitAndItsOriginIsItsPlace() throws Exception {
        ImagePlus coins = IJ.openImage(COINS.toString());
        coins.getCalibration().pixelWidth = 0.5;
        coins.getCalibration().pixelHeight = 0.5;
        coins.getCalibration().setUnit("mm");
        coins.getCalibration().xOrigin = -100;
        coins.getCalibration().yOrigin = -200;
        Path image = saved(coins, "stage.tif");
        // Coins at 45, 55 and 336, 44 pixels; the last is on none of the image.
        Path csv =
                Files.writeString(
                        folder.resolve("positions.csv"), "x,y\n72.5,127.5\n218,122\n9000,9000\n");
        String output = run("stage-positions.ijm", image + "," + csv);
        assertTrue(output.contains("1 positions lie outside of stage.tif"), output);
        assertTrue(output.contains("stage.tif: 2 objects for 2 positions"), output);
        assertEquals(2, count("point[12]: area [\\d.]+", output), output);
    }

    /** As a spreadsheet writes them where the comma is decimal, into a folder with commas. */
    @Test
    void stagePositionsMayHaveDecimalCommas() throws Exception {
        ImagePlus coins = IJ.openImage(COINS.toString());
        coins.getCalibration().pixelWidth = 0.5;
        coins.getCalibration().pixelHeight = 0.5;
        coins.getCalibration().setUnit("mm");
        Path image = saved(coins, "coins, 2.tif");
        // Coins at 45, 55 and 336, 44 pixels; without the decimals both lie on the ground.
        for (String text :
                List.of(
                        "x;y\n22,5;27,5\n168,0;22,0\n",
                        "22,5\t27,5\n168\t22\n",
                        "x,y,note\n22.5,27.5,in focus; large\n168,22,\n")) {
            Path csv = Files.writeString(folder.resolve("stage, mm.csv"), text);
            String output = run("stage-positions.ijm", image + "," + csv);
            assertTrue(output.contains("coins, 2.tif: 2 objects for 2 positions"), output);
        }
    }

    @Test
    void foldersMayHaveCommasAndAreNamedWhereTheyAreMissing() throws Exception {
        Path in = Files.createDirectories(folder.resolve("day 1, 2"));
        Path out = folder.resolve("out, 2");
        Files.copy(COINS, in.resolve("one.png"));
        String output = run("folder.ijm", in + "," + out);
        assertTrue(output.contains("1 images done"), output);
        assertTrue(Files.exists(out.resolve("one-labels.tif")), output);
        Path truth = Files.createDirectories(folder.resolve("truth"));
        assertTrue(run("compare-with-truth.ijm", in + "," + truth).contains("All: 0 found"));
        for (String macro : List.of("folder.ijm", "compare-with-truth.ijm")) {
            Path other = folder.resolve("other");
            for (String wrong : List.of(folder.resolve("gone") + "," + other, truth + ",")) {
                output = run(macro, wrong);
                assertTrue(output.contains("the first of which is there, but was"), output);
            }
            assertFalse(Files.exists(other), macro);
        }
    }

    @Test
    void tuningTriesFiveDiametersAndNamesTheBest() throws Exception {
        String output = run("tune-diameter.ijm", COINS.toString());
        assertEquals(5, count("diameter [\\d.]+: \\d+ objects, mean score", output), output);
        assertTrue(output.contains("is best"), output);
    }

    @Test
    void tuningKeepsTheAutomaticDiameterWhereOthersFindTheSameObjects() throws Exception {
        ImagePlus image = IJ.createImage("discs", "8-bit black", 320, 260, 1);
        image.getProcessor().setValue(200);
        for (int i = 0; i < 20; i++) {
            image.getProcessor().fillOval(20 + i % 5 * 60, 15 + i / 5 * 60, 22, 22);
        }
        image.getProcessor().blurGaussian(1);
        Path file = folder.resolve("discs.tif");
        IJ.saveAsTiff(image, file.toString());
        String output = run("tune-diameter.ijm", file.toString());
        assertTrue(
                output.contains("the automatic diameter is best, objects measure about 2"), output);
    }

    @Test
    void comparingCountsWhatIsFoundMissedAndTooMany() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path truth = Files.createDirectories(folder.resolve("truth"));
        Files.copy(COINS, in.resolve("coins.png"));
        Files.copy(
                Path.of("src", "test", "resources", "truth", "coins.png"),
                truth.resolve("coins.png"));
        Files.writeString(in.resolve("damaged.tif"), "no image");
        Files.writeString(truth.resolve("damaged.tif"), "no image");
        Files.copy(COINS, in.resolve("without.png"));
        Files.copy(COINS, in.resolve("other.png"));
        ImagePlus small = IJ.createImage("other", "8-bit black", 40, 30, 1);
        new FileSaver(small).saveAsPng(truth.resolve("other.png").toString());
        String output = run("compare-with-truth.ijm", in + "," + truth);
        assertTrue(
                output.contains("other.png: 384 x 303 pixels, but its truth has 40 x 30"), output);
        assertTrue(output.contains("damaged.tif: not opened"), output);
        assertTrue(output.contains("without.png: no truth of that name"), output);
        assertEquals(24, number("coins.png: (\\d+) of 24 found, 0 missed", output), output);
        assertTrue(output.contains("All: 24 found, 0 missed"), output);
    }

    @Test
    void stackCountsEachSlice() throws Exception {
        ImagePlus coins = IJ.openImage(COINS.toString());
        ImageStack stack = new ImageStack(coins.getWidth(), coins.getHeight());
        stack.addSlice(coins.getProcessor());
        stack.addSlice(coins.getProcessor().createProcessor(coins.getWidth(), coins.getHeight()));
        Path file = folder.resolve("stack.tif");
        IJ.saveAsTiff(new ImagePlus("stack", stack), file.toString());
        String output = run("stack.ijm", file.toString());
        assertTrue(number("slice 1: (\\d+) objects", output) >= 18, output);
        assertEquals(0, number("slice 2: (\\d+) objects", output), output);
    }

    @Test
    void aFailureStopsTheMacroWithItsMessage() throws Exception {
        String output =
                macro(
                        "open(getArgument()); run('Segment Everything...', 'diamter=12'); print('on');");
        assertTrue(output.contains("no key \"diamter\". Did you mean \"diameter\"?"), output);
        assertFalse(output.contains("\non\n"), output);
    }

    @Test
    void aKeyGivenTwiceStopsTheMacroWithItsMessage() throws Exception {
        String output =
                macro(
                        "open(getArgument()); run('Segment Everything...',"
                                + " 'confidence=0.3 confidence=0.9'); print('on');");
        assertTrue(output.contains("The key \"confidence\" was given twice"), output);
        assertFalse(output.contains("\non\n"), output);
        assertFalse(output.contains("at sc.fiji"), output);
    }

    @Test
    void aLoneBracketInATitleStopsTheMacroWithItsMessage() throws Exception {
        String output =
                macro(
                        "open(getArgument()); rename('b[1.tif');"
                                + "run('Segment Everything...', 'input=['+getTitle()+']');"
                                + "print('on');");
        assertTrue(output.contains("The bracket that opens after \"input=\" is not"), output);
        assertFalse(output.contains("\non\n"), output);
    }

    @Test
    void aMissingModelStopsTheMacroWithItsMessage() throws Exception {
        String output =
                macro(
                        "open(getArgument()); run('Segment Everything...', 'model=gone.onnx'); print('on');");
        assertTrue(output.contains("gone.onnx does not exist"), output);
        assertFalse(output.contains("\non\n"), output);
    }

    @Test
    void variablesOfTheMacroAreRead() throws Exception {
        String output =
                macro(
                        "open(getArgument()); least = 100000;"
                                + "run('Segment Everything...', 'min_area=&least');"
                                + "getStatistics(a, mean, min, max); print('most ' + max);");
        assertEquals(0, number("most (\\d+)", output), output);
    }

    @Test
    void headlessDiagnosticsAreText() throws Exception {
        assertTrue(macro("run('About and Diagnostics...');").contains("ONNX Runtime 1.28.0"));
    }

    private String macro(String code) throws Exception {
        Path file = Files.writeString(folder.resolve("macro.ijm"), code);
        return imagej.runHeadless(file, COINS.toString());
    }

    private static String run(String name, String argument) throws Exception {
        return imagej.runHeadless(MACROS.resolve(name), argument);
    }

    private Path saved(ImagePlus image, String name) {
        Path file = folder.resolve(name);
        IJ.saveAsTiff(image, file.toString());
        return file;
    }

    /** As macros print a number: four digits or more, without zeros at the end. */
    private static String printed(double value) {
        return new BigDecimal(IJ.d2s(value, 4, 9)).stripTrailingZeros().toPlainString();
    }

    private static int count(String pattern, String output) {
        return (int) Pattern.compile(pattern).matcher(output).results().count();
    }

    private static int number(String pattern, String output) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        assertTrue(matcher.find(), pattern + " is not in: " + output);
        return Integer.parseInt(matcher.group(1));
    }
}
