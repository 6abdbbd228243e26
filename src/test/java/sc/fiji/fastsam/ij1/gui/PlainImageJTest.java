package sc.fiji.fastsam.ij1.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.model.ModelFile;

/** What a user sees in plain ImageJ, with real windows and keys: {@link WindowSession} acts it. */
class PlainImageJTest {

    private static final String RECORDED =
            "run(\"Segment Everything...\", \"diameter=45.0 diameter_unit=pixels confidence=0.4"
                    + " stack=[current plane] region=true labels=true rois=true overlay=false overlay_copy=false"
                    + " table=true device=auto threads=0 image_size=0 contrast=percentiles"
                    + " low_percentile=0.1 high_percentile=99.9 channel=-1 iou=0.6 mask_iou=0.5"
                    + " min_area=9.0 max_area=0.0 exclude_border=false smooth=false nested=all"
                    + " overlap=[smallest on top] max_objects=0\");";

    private static final Map<String, String> SEEN = new HashMap<>();
    private static String output;

    @BeforeAll
    static void act() throws Exception {
        Assumptions.assumeTrue(ModelFile.isBundledPresent(), "no bundled network");
        Assumptions.assumeTrue(Display.isAvailable(), "no Xvfb");
        BareImageJ imagej = BareImageJ.install("windows");
        Path pictures = Files.createDirectories(imagej.folder().resolve("pictures"));
        Path image = Path.of("src", "test", "resources", "images", "coins.png").toAbsolutePath();
        try (Display display = Display.open()) {
            output =
                    imagej.runWithWindows(
                            WindowSession.class,
                            display.name(),
                            pictures.toString(),
                            image.toString());
        }
        SEEN.putAll(Seen.in(output));
        Files.writeString(imagej.folder().resolve("session.txt"), output);
    }

    @Test
    void theSessionEnds() {
        assertEquals("reached", SEEN.get("end"), output);
    }

    @Test
    void theMenuHasTheEntries() {
        assertTrue(SEEN.get("menu").contains("CommandBridge"));
        assertTrue(SEEN.get("menu.entries").contains("Segment Everything...|"));
        assertTrue(SEEN.get("menu.entries").contains("About and Diagnostics...|"));
    }

    @Test
    void theRecorderWritesWhatIsDocumented() {
        assertEquals(RECORDED, SEEN.get("recorded"));
    }

    @Test
    void theFirstResultIsRightAndActive() {
        int objects = Integer.parseInt(SEEN.get("first.objects"));
        assertTrue(objects >= 18 && objects <= 30, "objects: " + objects);
        assertEquals("16", SEEN.get("first.depth"));
        assertEquals("true", SEEN.get("first.active"));
        assertEquals(SEEN.get("first.objects"), SEEN.get("first.rows"));
    }

    @Test
    void theRoiManagerKeepsWhatIsInIt() {
        int objects = Integer.parseInt(SEEN.get("first.objects"));
        assertEquals(1 + objects, Integer.parseInt(SEEN.get("first.rois")));
        assertEquals("java.awt.Rectangle[x=3,y=4,width=5,height=6]", SEEN.get("first.roi"));
        assertEquals(1 + 2 * objects, Integer.parseInt(SEEN.get("replay.rois")));
    }

    @Test
    void theReplayedMacroGivesTheSamePixels() {
        assertEquals("coins-labels", SEEN.get("replay.title"));
        assertEquals("true", SEEN.get("replay.same"));
    }

    @Test
    void aCanceledDialogDoesNothingAndNothingIsRemembered() {
        assertEquals("0", SEEN.get("cancel.images"));
        assertEquals("0.25", SEEN.get("cancel.persisted"));
    }

    @Test
    void thePreviewFollowsTheSettingsAndPutsTheOverlayBack() {
        assertEquals(SEEN.get("first.objects"), SEEN.get("preview.objects"));
        assertEquals("1", SEEN.get("preview.restored"));
    }

    @Test
    void everyKindOfImageWorks() {
        assertEquals("copy-labels 1 many", SEEN.get("type.8-bit"));
        assertEquals("copy-labels 1 many", SEEN.get("type.16-bit"));
        assertEquals("copy-labels 1 many", SEEN.get("type.32-bit"));
        assertEquals("copy-labels 1 many", SEEN.get("type.RGB Color"));
        assertEquals("Composite-labels 1 many", SEEN.get("type.composite"));
        assertEquals("both-labels 2 many", SEEN.get("type.stack"));
    }

    @Test
    void inBatchModeTheLabelsAreActiveToo() {
        assertEquals("coins-labels 1 1", SEEN.get("batch"));
    }

    @Test
    void escapeEndsARun() {
        assertEquals("large", SEEN.get("escape.active"));
        assertEquals("false", SEEN.get("escape.locked"));
    }

    @Test
    void anImageClosedMeanwhileIsNoStackTrace() {
        assertEquals("false", SEEN.get("closed.exception"));
        assertTrue(SEEN.get("closed").matches("[0-9]+|nothing"), SEEN.get("closed"));
    }

    @Test
    void twoImagesAtOnceGetTheirOwnLabels() {
        assertEquals("true", SEEN.get("two"));
    }

    @Test
    void aWrongKeyStopsTheMacroWithItsMessage() {
        assertEquals("true", SEEN.get("error.stopped"));
    }

    @Test
    void theDiagnosticsNameVersionsAndDevices() {
        String about = SEEN.get("about");
        assertTrue(about.contains("ImageJ:") && about.contains("ONNX Runtime 1.28.0"), about);
        assertTrue(about.contains("cuda: "), about);
    }
}
