package sc.fiji.fastsam.host.gui;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clicks in plain ImageJ with real windows: {@link PickerSession} acts it. */
class PickerWindowTest {

    private static PlayedSession session;

    @BeforeAll
    static void act() throws Exception {
        session = PlayedSession.play(PickerSession.class, "picker");
    }

    @Test
    void theSessionEnds() {
        session.assertSeen("reached", "end");
    }

    /** NB: and what was in the ROI Manager stays. */
    @Test
    void aClickPicksTheObjectUnderThePointer() {
        session.assertSeen("mine|pick0001", "first.rois");
        session.assertSeen("true", "first.holds");
    }

    @Test
    void aBoxPicksTheObjectInIt() {
        session.assertSeen("true", "box.holds");
    }

    @Test
    void whatIsPickedIsNotPickedAgain() {
        session.assertSeen("mine|pick0001|pick0002|pick0003|pick0004", "again.rois");
    }

    @Test
    void ofAnOutlinedObjectTheStatusLineSaysWhatIsKept() {
        session.assertSeen("true", "again.text");
    }

    @Test
    void aBoxAroundAPickedObjectIsRecordedAndRenamesIt() {
        session.assertSeen(
                "run(\"Segment Selection...\", \"boxes=189,164,52,56 labels=false\");",
                "again.recorded");
        session.assertSeen("true", "again.name");
    }

    @Test
    void theLabelImageHasWhatTheRoiManagerHasAndIsNotRecorded() {
        session.assertSeen("FastSAM: label image of N picked objects", "labels.text");
        session.assertSeen("false", "labels.recorded");
        session.assertSeen("1 4 0 ", "labels.managed");
        session.assertSeen("0", "labels.back");
    }

    @Test
    void theLabelImageOfAStackShowsItsPlane() {
        session.assertSeen("3 2 1 ", "stack.shown");
        session.assertSeen("FastSAM: label image of 1 picked object", "stack.text");
    }

    @Test
    void withAltAClickTakesOut() {
        session.assertSeen("mine|pick0001|pick0003", "subtract.rois");
    }

    @Test
    void withShiftAClickAddsToTheObjectPickedLast() {
        session.assertSeen("1 3 4", "add.picks");
        session.assertSeen("true", "add.holds");
        session.assertSeen("true", "add.managed");
        session.assertSeen("largest", "add.name");
    }

    @Test
    void imageJsKeyForUndoTakesTheLastStepBack() {
        session.assertSeen("true", "undo.grown");
        session.assertSeen("mine|pick0001|pick0003|largest", "undo.rois");
        session.assertSeen("true", "undo.recorded");
        session.assertSeen("true", "undo.unrecorded");
    }

    @Test
    void aLineAcrossAnObjectMakesTwoOfIt() {
        session.assertSeen("true", "cut.all");
        session.assertSeen("true", "cut.halves");
        session.assertSeen("mine|pick0001|pick0003|largest|pick0005", "cut.rois");
        session.assertSeen("1", "cut.selection");
        session.assertSeen("1 3 4 5", "cut.again");
        session.assertSeen("true", "cut.whole");
    }

    @Test
    void whatIsDraggedIsNotWhatRestoreSelectionBringsBack() {
        session.assertSeen("null 7", "border.selection");
    }

    @Test
    void anObjectAtTheBorderIsCut() {
        session.assertSeen("FastSAM: object 1 was cut, object 2 is new", "border.text");
    }

    @Test
    void regionsThatTakingOverAddedGoWhenItIsUndone() {
        session.assertSeen("|pick0001|pick0002|pick0003", "takes.added");
        session.assertSeen("true", "takes.undone");
    }

    @Test
    void whatImageJDidLastIsTakenBackByImageJ() {
        session.assertSeen("1 3 4", "undo.filter");
    }

    @Test
    void theRoiManagerOpensBesideTheImage() {
        session.assertSeen("false", "manager.covers");
    }

    @Test
    void thePreviewOfADialogStays() {
        session.assertSeen("true", "preview.stays");
        session.assertSeen("1", "highlight.kept");
    }

    @Test
    void anImageThatWasRenamedIsTheSame() {
        session.assertSeen("mine|pick0003|largest|pick0005", "renamed.rois");
    }

    @Test
    void aSearchEndsWithItsImage() {
        session.assertSeen("canceled", "closed");
    }

    @Test
    void whereThereIsNothingNothingIsPicked() {
        session.assertSeen("1 3 4 5", "ground.picks");
    }

    @Test
    void whatTheOptionsSayIsAskedAgainAndThenDone() {
        session.assertSeen("99999999999", "options.kept");
        session.assertSeen("true", "options.stain");
        session.assertSeen("mine|pick0001|pick0003|largest|pick0005", "options.rois");
    }

    @Test
    void theMenuOfTheToolGivesALabelImage() {
        session.assertSeen("1 4 6 ", "labels.values");
        session.assertSeen("false", "labels.covers");
    }

    @Test
    void whatARunFoundIsCorrectedByClicks() {
        session.assertSeen("1", "corrects.out");
        session.assertSeen("2", "corrects.merged");
        session.assertSeen("true", "corrects.name");
        session.assertSeen("true", "corrects.taken");
        session.assertSeen("2", "corrects.overlay");
        session.assertSeen("true", "corrects.undone");
    }

    @Test
    void theRecorderGetsLinesThatFindThePicksAgain() {
        session.assertSeen(
                "run(\"Segment Selection...\", \"points=156,50 labels=false\");"
                        + " run(\"Segment Selection...\", \"boxes=190,165,50,54 labels=false\");",
                "record");
        session.assertSeen("true", "record.same0");
        session.assertSeen("true", "record.same1");
    }

    @Test
    void theUsersSelectionStays() {
        session.assertSeen("1", "selection");
    }
}
