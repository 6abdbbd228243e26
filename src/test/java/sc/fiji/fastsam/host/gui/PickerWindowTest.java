package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clicks in plain ImageJ with real windows: {@link PickerSession} acts it. */
class PickerWindowTest {

    private static PlayedSession session;

    @BeforeAll
    static void act() throws Exception {
        session = PlayedSession.play(PickerSession.class, "picker");
    }

    private static void assertSeen(String expected, String name) {
        assertEquals(expected, session.get(name), () -> name + " in " + session.output());
    }

    @Test
    void theSessionEnds() {
        assertSeen("reached", "end");
    }

    /** NB: and what was in the ROI Manager stays. */
    @Test
    void aClickPicksTheObjectUnderThePointer() {
        assertSeen("mine|pick0001", "first.rois");
        assertSeen("true", "first.holds");
    }

    @Test
    void aBoxPicksTheObjectInIt() {
        assertSeen("true", "box.holds");
    }

    @Test
    void whatIsPickedIsNotPickedAgain() {
        assertSeen("mine|pick0001|pick0002|pick0003|pick0004", "again.rois");
    }

    @Test
    void withAltAClickTakesOut() {
        assertSeen("mine|pick0001|pick0003", "subtract.rois");
    }

    @Test
    void withShiftAClickAddsToTheObjectPickedLast() {
        assertSeen("1 3 4", "add.picks");
        assertSeen("true", "add.holds");
        assertSeen("true", "add.managed");
        assertSeen("largest", "add.name");
    }

    @Test
    void theRoiManagerOpensBesideTheImage() {
        assertSeen("false", "manager.covers");
    }

    @Test
    void thePreviewOfADialogStays() {
        assertSeen("true", "preview.stays");
    }

    @Test
    void anImageThatWasRenamedIsTheSame() {
        assertSeen("mine|pick0003|largest|pick0005", "renamed.rois");
    }

    @Test
    void aSearchEndsWithItsImage() {
        assertSeen("canceled", "closed");
    }

    @Test
    void whereThereIsNothingNothingIsPicked() {
        assertSeen("1 3 4 5", "ground.picks");
    }

    @Test
    void whatTheOptionsSayIsAskedAgainAndThenDone() {
        assertSeen("99999999999", "options.kept");
        assertSeen("mine|pick0001|pick0003|largest|pick0005", "options.rois");
    }

    @Test
    void theMenuOfTheToolGivesALabelImage() {
        assertSeen("1 4 0 ", "labels.values");
        assertSeen("false", "labels.covers");
    }

    @Test
    void whatARunFoundIsCorrectedByClicks() {
        assertSeen("1", "corrects.out");
        assertSeen("2", "corrects.merged");
        assertSeen("true", "corrects.name");
        assertSeen("true", "corrects.taken");
        assertSeen("2", "corrects.overlay");
    }

    @Test
    void theUsersSelectionStays() {
        assertSeen("1", "selection");
    }
}
