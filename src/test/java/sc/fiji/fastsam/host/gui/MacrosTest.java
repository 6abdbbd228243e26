package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertTrue(run("boxes.ijm", COINS + ",10,10,80,80").contains("box1: area"));
        assertTrue(run("typed-prompts.ijm", COINS.toString()).contains("objects for 3 prompts"));
    }

    @Test
    void folderWritesLabelsAndOneTable() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = folder.resolve("out");
        Files.copy(COINS, in.resolve("one.png"));
        Files.copy(COINS, in.resolve("two.png"));
        Files.writeString(in.resolve("notes.txt"), "no image");
        String output = run("folder.ijm", in + "," + out);
        int one = number("one.png: (\\d+) objects", output);
        ImagePlus labels = IJ.openImage(out.resolve("one-labels.tif").toString());
        assertEquals(one, (int) labels.getProcessor().getStats().max, output);
        assertTrue(Files.exists(out.resolve("two-labels.tif")), output);
        List<String> table = Files.readAllLines(out.resolve("objects.csv"));
        assertEquals(1 + 2 * one, table.size(), output);
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

    private static int number(String pattern, String output) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        assertTrue(matcher.find(), pattern + " is not in: " + output);
        return Integer.parseInt(matcher.group(1));
    }
}
