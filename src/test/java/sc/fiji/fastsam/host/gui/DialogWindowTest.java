package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private static void assertSeen(String expected, String name) {
        assertEquals(expected, session.get(name), () -> name + " in " + session.output());
    }

    @Test
    void theSessionEnds() {
        assertSeen("reached", "end");
    }

    @Test
    void helpBelongsToTheDialogThatStaysAlive() {
        assertSeen("false", "help.modal");
        assertSeen("true", "help.before");
        assertSeen("false true", "help.alive");
    }

    @Test
    void helpOfTheSecondPageIsInFrontOfIt() {
        assertSeen("true", "help.more");
    }

    @Test
    void afterCancelInTheDialogAMacroGoesOnAsWithImageJsOwnCommands() {
        assertSeen("went on", "cancel.title");
        assertSeen("1", "cancel.images");
    }

    @Test
    void aRecorderThatIsOpenedWhileTheDialogIsThereGetsTheLineAndGoesOn() {
        assertSeen(
                "run(\"Segment Everything...\", \"overlay=true summary=true\");", "recorder.line");
        assertSeen("true", "recorder.on");
        assertSeen("false", "recorder.error");
    }

    @Test
    void undoKeepsTheOverlayAndRemoveOverlayTakesItOff() {
        assertSeen("true", "undo.kept");
        assertSeen("true", "undo.removed");
    }

    @Test
    void aScriptThatAsksForAllStepsSeesNoDialogAndItsTable() {
        assertSeen("0", "script.dialogs");
        assertSeen("true", "script.rows");
        assertFalse(session.output().contains("WARNING"), session.output());
    }

    @Test
    void imageJsManagerKeepsTheNamesOfTheObjects() {
        assertSeen("true", "names.kept");
        assertSeen("true", "names.overlay");
    }

    @Test
    void aRerunReplacesItsOwnRegionsOnRequestAndAppendsOtherwise() {
        assertSeen("true", "own.replaced");
        assertSeen("mine", "own.mine");
        assertSeen("true", "own.appended");
        assertSeen("true", "own.renamed");
        assertSeen("true", "own.twin");
        assertSeen("true", "own.closed");
    }

    @Test
    void whereNothingIsFoundADialogsRunEndsWithAdvice() {
        assertSeen("FastSAM", "nothing.advice");
    }
}
