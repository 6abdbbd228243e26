package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;

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

    private static String text(String part, ImagePlus image, ChannelSource channel) {
        return ShownPart.text(part, image, SHOWN, channel);
    }
}
