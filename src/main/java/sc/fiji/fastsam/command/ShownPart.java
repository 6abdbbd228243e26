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
     * @param part of the plane; empty for all of it
     * @param position of the plane that is shown
     * @param channel that is read
     */
    static String text(
            String part, ImagePlus image, PlanePosition position, ChannelSource channel) {
        String in = part.isEmpty() ? "" : " in " + part;
        if (image.getNChannels() == 1 || channel.equals(ChannelSource.DISPLAYED)) {
            return in;
        }
        int number = channel.equals(ChannelSource.ACTIVE) ? position.channel() : channel.number();
        return in + (in.isEmpty() ? " in" : " of") + " channel " + number;
    }
}
