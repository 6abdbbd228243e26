package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.testing.Drawn;

class ShownPartTest {

    private static final PlanePosition SHOWN = new PlanePosition(2, 1, 3);

    private final ImagePlus channels = IJ.createHyperStack("three", 4, 3, 3, 1, 3, 8);
    private final ImagePlus plain = IJ.createHyperStack("one", 4, 3, 1, 2, 3, 8);

    @Test
    void ofAnImageOfSeveralChannelsItNamesTheOneThatIsRead() {
        assertEquals(" in channel 2", text("", channels, ChannelSource.ACTIVE));
        assertEquals(
                " in the visible part of channel 2",
                text("the visible part", channels, ChannelSource.ACTIVE));
        assertEquals(" in channel 3", text("", channels, new ChannelSource(3)));
        assertEquals("", text("", channels, ChannelSource.DISPLAYED));
    }

    @Test
    void ofOthersThePartAlone() {
        assertEquals("", text("", plain, ChannelSource.ACTIVE));
        assertEquals(" in the selection", text("the selection", plain, ChannelSource.ACTIVE));
    }

    @Test
    void whatWasLeftOutAsSmallerIsSaid() {
        RunSummary summary = Drawn.segmentation(12, 7).summary();
        assertEquals("", ShownPart.leftOut(summary.withNote(Note.Kind.HIDDEN, "hidden")));
        RunSummary smaller = summary.withNote(Note.Kind.SMALLER, "smaller");
        assertEquals(
                "; smaller things were left out: see Sizes of objects in More settings",
                ShownPart.leftOut(smaller));
        assertEquals(
                "; smaller things were left out: see Sizes of objects, or of a section Stain, in More"
                        + " settings",
                ShownPart.leftOut(smaller.withNote(Note.Kind.STAIN, "section")));
    }

    private static String text(String part, ImagePlus image, ChannelSource channel) {
        return ShownPart.text(part, image, SHOWN, channel);
    }
}
