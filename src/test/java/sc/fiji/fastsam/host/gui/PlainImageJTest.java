package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a user sees in plain ImageJ, with real windows and keys: {@link WindowSession} acts it. */
class PlainImageJTest {

    private static final String RECORDED =
            "run(\"Segment Everything...\", \"diameter=45.0 confidence=0.4 min_area=9.0"
                    + " overlay=true table=true summary=true table_name=[FastSAM Objects]\");";

    private static PlayedSession session;

    @BeforeAll
    static void act() throws Exception {
        session = PlayedSession.play(WindowSession.class, "windows");
    }

    @Test
    void theSessionEnds() {
        assertEquals("reached", session.get("end"), session.output());
    }

    @Test
    void onALaptopTheDialogsAreOnTheScreenAndTheFirstBlocksNothing() {
        assertTrue(Integer.parseInt(session.get("dialog.height")) <= 640, session.output());
        assertTrue(Integer.parseInt(session.get("more.height")) <= 640, session.output());
        assertEquals("false", session.get("dialog.modal"));
        assertEquals("true", session.get("dialog.inside"));
        assertEquals("false", session.get("dialog.covers"));
    }

    @Test
    void theMenuHasTheEntries() {
        assertTrue(session.get("menu").contains("MenuEntry"));
        assertTrue(session.get("menu.entries").contains("Segment Everything...|"));
        assertTrue(session.get("menu.entries").contains("About and Diagnostics...|"));
    }

    @Test
    void theRecorderWritesWhatIsDocumented() {
        assertEquals(RECORDED, session.get("recorded"));
    }

    @Test
    void whereNothingIsChangedOneKeyIsRecordedAndNoDialogOpens() {
        assertEquals(
                "run(\"Segment Everything...\", \"overlay=true\");",
                session.get("defaults.recorded"));
        // NB: the first run's label image is still open.
        assertEquals("coins-labels-1", session.get("defaults.title"));
    }

    @Test
    void theFirstResultIsRightAndActive() {
        int objects = Integer.parseInt(session.get("first.objects"));
        assertTrue(objects >= 18 && objects <= 30, "objects: " + objects);
        assertEquals("16", session.get("first.depth"));
        assertEquals("true", session.get("first.active"));
        assertEquals(session.get("first.objects"), session.get("first.rows"));
    }

    @Test
    void theTableHasATitleOfItsOwnAndResultsStaysAsItWas() {
        assertEquals("0", session.get("first.foreign"));
        assertEquals("coins.png " + session.get("first.objects"), session.get("first.summary"));
    }

    @Test
    void anObjectHasOneColorInOverlayRoiManagerAndLabelImage() {
        assertEquals("true", session.get("first.colors"));
    }

    @Test
    void theLogSaysNumberDiameterScaleAndWhatToDoIfItIsNotRight() {
        String log = session.get("first.log");
        assertTrue(log.contains(session.get("first.objects") + " objects in coins.png"), log);
        assertTrue(log.contains("typical diameter"), log);
        assertTrue(log.contains("Not right? Set the object diameter"), log);
    }

    @Test
    void theRoiManagerKeepsWhatIsInIt() {
        int objects = Integer.parseInt(session.get("first.objects"));
        assertEquals(1 + objects, Integer.parseInt(session.get("first.rois")));
        assertEquals("java.awt.Rectangle[x=3,y=4,width=5,height=6]", session.get("first.roi"));
        assertEquals(1 + 2 * objects, Integer.parseInt(session.get("replay.rois")));
    }

    @Test
    void theReplayedMacroGivesTheSamePixels() {
        assertEquals("coins-labels", session.get("replay.title"));
        assertEquals("true", session.get("replay.same"));
    }

    @Test
    void aCanceledDialogDoesNothingAndNothingIsRemembered() {
        assertEquals("0", session.get("cancel.images"));
        assertEquals("0.00", session.get("cancel.persisted"));
    }

    @Test
    void thePreviewFollowsTheSettingsAndPutsTheOverlayBack() {
        assertEquals(session.get("first.objects"), session.get("preview.objects"));
        assertEquals("1", session.get("preview.restored"));
        assertTrue(Integer.parseInt(session.get("preview.again")) > 10, session.output());
    }

    @Test
    void theFolderMacroLeavesTheUsersResultsAloneAndGoesOnAfterADamagedFile() {
        assertTrue(session.get("folder.results").startsWith("1 "), session.output());
        assertTrue(session.get("folder.results").endsWith("Mine"), session.output());
        assertEquals("7.0", session.get("folder.mine"));
        assertEquals("true", session.get("folder.rows"));
        assertEquals("2", session.get("folder.summary"));
        assertEquals("1", session.get("folder.table"));
        assertEquals("0", session.get("folder.images"));
    }

    @Test
    void aMacroThatTakesATableOffLeavesTheLogAlone() {
        assertEquals("true", session.get("folder.log"));
    }

    @Test
    void aPreviewTakesThePlaceOfWhatAnEarlierRunLeft() {
        assertEquals("0", session.get("again.outlines"));
    }

    @Test
    void everyKindOfImageWorks() {
        assertEquals("copy-labels 1 many", session.get("type.8-bit"));
        assertEquals("copy-labels 1 many", session.get("type.16-bit"));
        assertEquals("copy-labels 1 many", session.get("type.32-bit"));
        assertEquals("copy-labels 1 many", session.get("type.RGB Color"));
        assertEquals("Composite-labels 1 many", session.get("type.composite"));
        assertEquals("both-labels 2 many", session.get("type.stack"));
    }

    @Test
    void inBatchModeTheLabelsAreActiveToo() {
        assertEquals("coins-labels 1 1", session.get("batch"));
    }

    @Test
    void processBatchMacroSavesTheLabels() {
        assertEquals("coins-labels true", session.get("process batch"));
    }

    @Test
    void escapeEndsARun() {
        assertEquals("large", session.get("escape.active"));
        assertEquals("false", session.get("escape.locked"));
    }

    @Test
    void escapeIsToldInTheStatusLineAndByNoBox() {
        String status = session.get("escape.status");
        assertTrue(status.startsWith("Canceled"), status);
        assertEquals("false", session.get("escape.box"));
    }

    @Test
    void anImageClosedMeanwhileIsNoStackTrace() {
        assertEquals("false", session.get("closed.exception"));
        assertTrue(session.get("closed").matches("[0-9]+|nothing"), session.get("closed"));
    }

    @Test
    void twoImagesAtOnceGetTheirOwnLabels() {
        assertEquals("true", session.get("two"));
    }

    @Test
    void aWrongKeyStopsTheMacroWithItsMessage() {
        assertEquals("true", session.get("error.stopped"));
    }

    @Test
    void theDiagnosticsNameVersionsAndDevices() {
        String about = session.get("about");
        assertTrue(about.contains("ImageJ:") && about.contains("ONNX Runtime 1.28.0"), about);
        assertTrue(about.contains("cuda: "), about);
    }

    @Test
    void withoutAnImageThreeClicksLeadFromTheMenuToObjects() {
        int objects = Integer.parseInt(session.get("sample.objects"));
        assertTrue(objects > 100, "objects: " + objects);
        assertEquals("0", session.get("offer.images"));
        assertEquals(
                "run(\"Nuclei (sample)\"); run(\"Segment Everything...\", \"overlay=true\");",
                session.get("sample.recorded"));
    }
}
