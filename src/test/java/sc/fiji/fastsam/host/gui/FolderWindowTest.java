package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Segment Folder in plain ImageJ with real windows: {@link FolderSession} acts it. */
class FolderWindowTest {

    private static PlayedSession session;

    @BeforeAll
    static void act() throws Exception {
        session = PlayedSession.play(FolderSession.class, "folder");
    }

    @Test
    void theSessionEnds() {
        session.assertSeen("reached", "end");
    }

    @Test
    void aCanceledDialogDoesNothingAndRecordsNothing() {
        session.assertSeen("damaged.tif one.png two.png", "cancel.files");
        session.assertSeen("", "cancel.recorded");
    }

    @Test
    void onALaptopTheDialogIsOnTheScreen() {
        assertTrue(Integer.parseInt(session.get("dialog.height")) <= 700, session.output());
    }

    @Test
    void theFilesAreWrittenTheDamagedOneIsNamedAndNoImageOpens() {
        session.assertSeen(
                "journal.jsonl objects.csv one-labels.tif one-objects.csv one-rois.zip report.csv"
                        + " report.html report.json two-labels.tif two-objects.csv two-rois.zip",
                "dialog.files");
        String log = session.get("dialog.log");
        assertTrue(log.contains("damaged.tif"), log);
        assertTrue(log.contains("2 of 3 files done, 1 failed"), log);
        session.assertSeen("1", "dialog.images");
    }

    @Test
    void theRecorderWritesWhatDiffersFromTheDefaults() {
        session.assertSeen(
                "run(\"Segment Folder...\", \"folder=[PLATE] save_overlays=false\");", "recorded");
    }

    @Test
    void theRecordedLineFindsTheFilesDone() {
        String log = session.get("replay.log");
        assertTrue(log.contains("2 of 3 files are done already"), log);
    }

    @Test
    void escapeEndsTheRunAndWhatIsDoneStays() {
        session.assertSeen("true", "escape.some");
        session.assertSeen("0", "escape.parts");
        assertTrue(session.get("escape.status").startsWith("Canceled"), session.output());
    }

    @Test
    void theSameRunAgainGoesOnFromThere() {
        assertTrue(session.get("again.log").contains("are done already"), session.output());
        session.assertSeen("12", "again.done");
    }
}
