package sc.fiji.fastsam.host.gui;

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

    @Test
    void onALaptopAllPagesAreOnTheScreen() {
        assertTrue(Integer.parseInt(session.get("dialog.height")) <= 640, session.output());
        assertTrue(Integer.parseInt(session.get("settings.height")) <= 640, session.output());
        assertTrue(Integer.parseInt(session.get("prompts.height")) <= 640, session.output());
    }

    @Test
    void theSessionEnds() {
        session.assertSeen("reached", "end");
    }

    @Test
    void theMenuHasTheEntry() {
        assertTrue(session.get("menu").contains("MenuEntry"), session.output());
    }

    @Test
    void pointsInTheDialogGiveLabelsRegionsAndRowsNamedAfterThem() {
        session.assertSeen("2", "dialog.objects");
        session.assertSeen("1 2 0 ", "dialog.labels");
        session.assertSeen("true", "dialog.active");
        session.assertSeen("mine|point1|point2", "dialog.rois");
        session.assertSeen("point1 point2", "dialog.prompts");
    }

    @Test
    void theSelectionStaysAndThePromptsAreShown() {
        session.assertSeen("true", "dialog.selection");
        // NB: two outlines, three prompts.
        session.assertSeen("5", "dialog.overlay");
    }

    @Test
    void theRecorderWritesWhatIsDocumented() {
        session.assertSeen(RECORDED, "recorded");
    }

    @Test
    void aSinglePointStandsInTheLine() {
        session.assertSeen(
                "run(\"Segment Selection...\", \"overlay=true points=45,55\");", "single.recorded");
    }

    @Test
    void theReplayedMacroGivesTheSamePixels() {
        session.assertSeen("coins-labels", "replay.title");
        session.assertSeen("true", "replay.same");
        session.assertSeen("mine|point1|point2|point1|point2", "replay.rois");
    }

    @Test
    void thePreviewFollowsTheSelectionThatIsDrawnMeanwhile() {
        session.assertSeen("0", "drawn.fields");
        session.assertSeen("1", "drawn.outlines");
        session.assertSeen("2", "drawn.added");
        session.assertSeen("true", "drawn.removed");
    }

    @Test
    void thePreviewFollowsTheManager() {
        session.assertSeen("true", "drawn.managed");
    }

    @Test
    void wordsWithoutClipAreToldHowToInstallItAndAreNoError() {
        session.assertSeen("false", "words.error");
        session.assertSeen("0", "words.fields");
        session.assertSeen("7", "words.kept");
    }

    @Test
    void allRoisOfTheManagerArePrompts() {
        session.assertSeen("1 2 3 ", "all.labels");
    }

    @Test
    void ofTheSelectedRoisOnlyThoseArePromptsAndNoneIsTakenAway() {
        session.assertSeen("1 0 2 ", "selected.labels");
        session.assertSeen("top left|mine|last|top_left|last", "selected.rois");
    }

    @Test
    void outlinesTakeThePlaceOfRoughRoisAndAllOthersStay() {
        session.assertSeen("top left|mine|last|empty", "replace.rois");
        session.assertSeen("outline|rectangle|outline|rectangle", "replace.shapes");
        session.assertSeen("top left|mine|last|empty", "replace.shown");
        session.assertSeen("true", "replace.inside");
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
        session.assertSeen("top left|mine|last|far", "failure.rois");
        session.assertSeen("rectangle|rectangle|rectangle|rectangle", "failure.shapes");
        session.assertSeen("true", "failure.selection");
        session.assertSeen("false", "failure.locked");
    }

    @Test
    void anImageClosedMeanwhileIsNoStackTrace() {
        session.assertSeen("false", "closed.exception");
        assertTrue(session.seen().containsKey("closed.labels"), session.output());
    }
}
