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
        assertEquals(" in channel 2", text(channels, ChannelSource.ACTIVE, true));
        assertEquals(
                " in the visible part of channel 2", text(channels, ChannelSource.ACTIVE, false));
        assertEquals(" in channel 3", text(channels, new ChannelSource(3), true));
        assertEquals("", text(channels, ChannelSource.DISPLAYED, true));
    }

    @Test
    void ofOthersThePartAlone() {
        assertEquals("", text(plain, ChannelSource.ACTIVE, true));
        assertEquals(" in the visible part", text(plain, ChannelSource.ACTIVE, false));
    }

    private static String text(ImagePlus image, ChannelSource channel, boolean whole) {
        return ShownPart.text(image, SHOWN, channel, whole);
    }
}
