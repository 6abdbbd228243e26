package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.imagej.PlanePosition;

/**
 * Which plane of each image is taken. A number of {@link #UNSET} leaves the choice to the image:
 * the plane that it shows when it is opened.
 *
 * @param channel counted from 1; 0 = all channels as displayed
 * @param slice counted from 1
 * @param frame counted from 1
 */
public record PlaneChoice(int channel, int slice, int frame) {

    /** No choice. */
    public static final int UNSET = -1;

    /** What the image shows when it is opened. */
    public static final PlaneChoice AS_OPENED = new PlaneChoice(UNSET, UNSET, UNSET);

    /**
     * @throws IllegalArgumentException if a number is below 1 (the channel's: below 0)
     */
    public PlaneChoice {
        check("channel", channel, 0);
        check("slice", slice, 1);
        check("frame", frame, 1);
    }

    /**
     * The plane of an image.
     *
     * @throws IllegalArgumentException if the image has no such plane
     */
    PlanePosition in(ImagePlus image) {
        PlanePosition shown = PlanePosition.of(image);
        // NB: of an RGB image the channel is a color, not a plane.
        boolean isPlane = channel > 0 && image.getBitDepth() != 24;
        PlanePosition chosen =
                new PlanePosition(
                        isPlane ? channel : shown.channel(),
                        slice == UNSET ? shown.slice() : slice,
                        frame == UNSET ? shown.frame() : frame);
        chosen.stackIndexIn(image);
        return chosen;
    }

    /** What a user should know of a choice that was left to the image; empty if nothing. */
    List<String> notes(ImagePlus image) {
        List<String> notes = new ArrayList<>();
        addNote(notes, "slice", slice, image.getNSlices());
        addNote(notes, "frame", frame, image.getNFrames());
        addNote(notes, "channel", channel, image.getNChannels());
        return notes;
    }

    private static void addNote(List<String> notes, String name, int value, int count) {
        if (value == UNSET && count > 1) {
            notes.add("took the first of " + count + " " + name + "s; choose with --" + name);
        }
    }

    private static void check(String name, int value, int smallest) {
        if (value != UNSET && value < smallest) {
            throw new IllegalArgumentException(
                    name + " must be " + smallest + " or more, but was " + value + ".");
        }
    }
}
