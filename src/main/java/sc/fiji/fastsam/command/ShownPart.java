package sc.fiji.fastsam.command;

import ij.ImagePlus;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;

/** Where in an image a preview has found objects, in words. */
final class ShownPart {

    private ShownPart() {}

    /**
     * "", " in the visible part", " in channel 2" or " in the visible part of channel 2"; the
     * channel in images of several.
     *
     * @param position of the plane that is shown
     * @param channel that is read
     * @param whole whether the whole plane is visible
     */
    static String text(
            ImagePlus image, PlanePosition position, ChannelSource channel, boolean whole) {
        String part = whole ? "" : " in the visible part";
        if (image.getNChannels() == 1 || channel.equals(ChannelSource.DISPLAYED)) {
            return part;
        }
        int number = channel.equals(ChannelSource.ACTIVE) ? position.channel() : channel.number();
        return part + (whole ? " in" : " of") + " channel " + number;
    }
}
