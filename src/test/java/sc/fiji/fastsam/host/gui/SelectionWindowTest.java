package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points and rough ROIs in plain ImageJ with real windows: {@link SelectionSession} acts it. */
class SelectionWindowTest {

    private static final String RECORDED =
            "run(\"Segment Selection...\", \"overlay=true show_prompts=true table=true"
                    + " table_name=[FastSAM Objects] points=[45,55; 336,44] background=156,50\");";

    private static PlayedSession session;

    @BeforeAll
    static void act() throws Exception {
        session = PlayedSession.play(SelectionSession.class, "selection");
    }

    private static void assertSeen(String expected, String name) {
        assertEquals(expected, session.get(name), () -> name + " in " + session.output());
    }

    @Test
    void onALaptopAllPagesAreOnTheScreen() {
        assertTrue(Integer.parseInt(session.get("dialog.height")) <= 640, session.output());
        assertTrue(Integer.parseInt(session.get("settings.height")) <= 640, session.output());
        assertTrue(Integer.parseInt(session.get("prompts.height")) <= 640, session.output());
    }

    @Test
    void theSessionEnds() {
        assertSeen("reached", "end");
    }

    @Test
    void theMenuHasTheEntry() {
        assertTrue(session.get("menu").contains("MenuEntry"), session.output());
    }

    @Test
    void pointsInTheDialogGiveLabelsRegionsAndRowsNamedAfterThem() {
        assertSeen("2", "dialog.objects");
        assertSeen("1 2 0 ", "dialog.labels");
        assertSeen("true", "dialog.active");
        assertSeen("mine|point1|point2", "dialog.rois");
        assertSeen("point1 point2", "dialog.prompts");
    }

    @Test
    void theSelectionStaysAndThePromptsAreShown() {
        assertSeen("true", "dialog.selection");
        // NB: two outlines, three prompts.
        assertSeen("5", "dialog.overlay");
    }

    @Test
    void theRecorderWritesWhatIsDocumented() {
        assertSeen(RECORDED, "recorded");
    }

    @Test
    void theReplayedMacroGivesTheSamePixels() {
        assertSeen("coins-labels", "replay.title");
        assertSeen("true", "replay.same");
        assertSeen("mine|point1|point2|point1|point2", "replay.rois");
    }

    @Test
    void thePreviewFollowsTheSelectionThatIsDrawnMeanwhile() {
        assertSeen("0", "drawn.fields");
        assertSeen("1", "drawn.outlines");
        assertSeen("2", "drawn.added");
        assertSeen("true", "drawn.removed");
    }

    @Test
    void thePreviewFollowsTheManager() {
        assertSeen("true", "drawn.managed");
    }

    @Test
    void wordsWithoutClipAreToldHowToInstallItAndAreNoError() {
        assertSeen("false", "words.error");
        assertSeen("0", "words.fields");
        assertSeen("7", "words.kept");
    }

    @Test
    void allRoisOfTheManagerArePrompts() {
        assertSeen("1 2 3 ", "all.labels");
    }

    @Test
    void ofTheSelectedRoisOnlyThoseArePromptsAndNoneIsTakenAway() {
        assertSeen("1 0 2 ", "selected.labels");
        assertSeen("top left|mine|last|top_left|last", "selected.rois");
    }

    @Test
    void outlinesTakeThePlaceOfRoughRoisAndAllOthersStay() {
        assertSeen("top left|mine|last|empty", "replace.rois");
        assertSeen("outline|rectangle|outline|rectangle", "replace.shapes");
        assertSeen("top left|mine|last|empty", "replace.shown");
        assertSeen("true", "replace.inside");
    }

    /** NB: two ROIs on slices, one on a channel that is not read. */
    @Test
    void aRoiOfAnotherPlaneIsAnsweredThereOrNamedInTheLog() {
        assertTrue(session.get("planes.shown").matches("here \\d+"), session.output());
        assertTrue(
                session.get("planes.stack").matches("here \\d+\\|deeper \\d+"), session.output());
        String left = "left out, as they are for planes that were not taken: ";
        String channel = "other_channel (channel 2, slice 1, frame 1)|";
        String log = session.get("planes.log");
        assertTrue(log.contains(left + "deeper (channel 1, slice 3, frame 1), " + channel), log);
        assertTrue(log.contains(left + channel), log);
    }

    @Test
    void aFailureLosesNoRoi() {
        assertSeen("top left|mine|last|far", "failure.rois");
        assertSeen("rectangle|rectangle|rectangle|rectangle", "failure.shapes");
        assertSeen("true", "failure.selection");
        assertSeen("false", "failure.locked");
    }

    @Test
    void anImageClosedMeanwhileIsNoStackTrace() {
        assertSeen("false", "closed.exception");
        assertTrue(session.seen().containsKey("closed.labels"), session.output());
    }
}
