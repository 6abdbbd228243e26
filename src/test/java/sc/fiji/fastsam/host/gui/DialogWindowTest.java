package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Help, Cancel, Undo and a script, in plain ImageJ's windows: {@link DialogSession} acts it. */
class DialogWindowTest {

    private static PlayedSession session;

    @BeforeAll
    static void act() throws Exception {
        session = PlayedSession.play(DialogSession.class, "dialogs");
    }

    @Test
    void theSessionEnds() {
        session.assertSeen("reached", "end");
    }

    @Test
    void helpBelongsToTheDialogThatStaysAlive() {
        session.assertSeen("false", "help.modal");
        session.assertSeen("true", "help.before");
        session.assertSeen("false true", "help.alive");
    }

    @Test
    void helpOfTheSecondPageIsInFrontOfIt() {
        session.assertSeen("true", "help.more");
    }

    @Test
    void afterCancelInTheDialogAMacroGoesOnAsWithImageJsOwnCommands() {
        session.assertSeen("went on", "cancel.title");
        session.assertSeen("1", "cancel.images");
    }

    @Test
    void aRecorderThatIsOpenedWhileTheDialogIsThereGetsTheLineAndGoesOn() {
        session.assertSeen(
                "run(\"Segment Everything...\", \"overlay=true summary=true\");", "recorder.line");
        session.assertSeen("true", "recorder.on");
        session.assertSeen("false", "recorder.error");
    }

    @Test
    void inPlaceOfAClosedImageTheOneThatIsOpenedThenIsTaken() {
        session.assertSeen("true", "closed.note");
        session.assertSeen("false", "closed.early");
        session.assertSeen("third-labels", "closed.labels");
    }

    @Test
    void undoKeepsTheOverlayAndRemoveOverlayTakesItOff() {
        session.assertSeen("true", "undo.kept");
        session.assertSeen("true", "undo.removed");
    }

    @Test
    void aScriptThatAsksForAllStepsSeesNoDialogAndItsTable() {
        session.assertSeen("0", "script.dialogs");
        session.assertSeen("true", "script.rows");
        assertFalse(session.output().contains("WARNING"), session.output());
    }

    @Test
    void whereNothingIsFoundAScriptGoesOnAndNobodyIsAsked() {
        session.assertSeen("true 0", "script.nothing");
    }

    @Test
    void whereTheWindowShowsMoreThePreviewLooksAtIt() {
        session.assertSeen("true", "zoom.outlines");
    }

    @Test
    void imageJsManagerKeepsTheNamesOfTheObjects() {
        session.assertSeen("true", "names.kept");
        session.assertSeen("true", "names.overlay");
    }

    @Test
    void aRerunReplacesItsOwnRegionsOnRequestAndAppendsOtherwise() {
        session.assertSeen("true", "own.replaced");
        session.assertSeen("mine", "own.mine");
        session.assertSeen("true", "own.appended");
        session.assertSeen("true", "own.renamed");
        session.assertSeen("true", "own.twin");
        session.assertSeen("true", "own.closed");
    }

    @Test
    void whereNothingIsFoundADialogsRunEndsWithAdvice() {
        session.assertSeen("FastSAM", "nothing.advice");
    }

    @Test
    void aLicenseThatIsNotAcceptedIsNoFailure() {
        session.assertSeen(
                "0 The license of clip was not accepted: nothing was installed.",
                "license.refused");
    }
}
