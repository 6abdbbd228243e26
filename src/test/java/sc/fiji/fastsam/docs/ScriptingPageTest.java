package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.engine.ImageObjects;

/** The code of docs/scripting.md runs as shown. */
class ScriptingPageTest {

    private static final Path PAGE = Path.of("docs", "scripting.md");

    @TempDir private Path folder;
    private ImagePlus image;

    @BeforeEach
    void openImage() {
        image = IJ.openImage("src/test/resources/images/nuclei.tif");
    }

    @Test
    void theGroovyScriptGivesLabelsTableAndChosenObjects() throws Exception {
        Binding variables = CodeBlocks.groovy(CodeBlocks.of(PAGE, "groovy").get(0), image);
        ImageObjects cells = (ImageObjects) variables.getVariable("cells");
        ImagePlus labels = (ImagePlus) variables.getVariable("labels");
        ResultsTable table = (ResultsTable) variables.getVariable("table");
        assertTrue(cells.count() > 50, cells.toString());
        assertEquals(cells.count(), (int) labels.getStatistics().max);
        assertEquals(cells.count(), table.size());
        assertEquals(cells.count(), image.getOverlay().size());
        assertEquals(cells.count(), ((List<?>) variables.getVariable("rois")).size());
        ImageObjects two = (ImageObjects) variables.getVariable("two");
        assertTrue(two.count() <= 2, two.toString());
    }

    @Test
    void theGroovyScriptOfStacksRuns() throws Exception {
        Binding variables = CodeBlocks.groovy(CodeBlocks.of(PAGE, "groovy").get(1), image);
        assertEquals(1, ((ImageObjects) variables.getVariable("cells")).planes().size());
    }

    @Test
    void theJythonScriptCountsNuclei() throws Exception {
        String printed = CodeBlocks.jython(CodeBlocks.of(PAGE, "python").get(0));
        assertTrue(printed.matches("\\d+ objects, the largest of \\d+ pixels\\s*"), printed);
    }

    @Test
    void theJavaCodeCompilesAndRuns() throws Exception {
        List<String> blocks = CodeBlocks.of(PAGE, "java");
        assertEquals(3, blocks.size());
        CodeBlocks.java(blocks.get(0), "ImagePlus image", folder, image);
        short[] values = (short[]) image.getProcessor().convertToShort(false).getPixels();
        CodeBlocks.java(
                blocks.get(1),
                "short[] values, int width, int height",
                folder,
                values,
                image.getWidth(),
                image.getHeight());
        CodeBlocks.java(blocks.get(2), "ImagePlus image", folder, image);
    }
}
