package sc.fiji.fastsam.command;

import ij.ImagePlus;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;

/** Where in an image a preview has found objects, in words. */
final class ShownPart {

    private ShownPart() {}

    /** That smaller things were left out, and where to ask for them; empty where none were. */
    static String leftOut(RunSummary summary) {
        String where = summary.has(Note.Kind.STAIN) ? ", or of a section Stain," : "";
        return summary.has(Note.Kind.SMALLER)
                ? "; smaller things were left out: see Sizes of objects"
                        + where
                        + " in More settings"
                : "";
    }

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
