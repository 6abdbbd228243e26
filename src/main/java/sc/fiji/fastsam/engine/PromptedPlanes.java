package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.List;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptPlace;

/**
 * The planes of a task that the network sees, and the prompts for each: with prompts, only planes
 * that a prompt is for.
 *
 * @param positions slices before frames
 * @param channel what the network reads of the channels that are planes
 * @param prompts of all planes; none = everything is meant
 */
record PromptedPlanes(List<PlanePosition> positions, ChannelSource channel, PromptList prompts) {

    /**
     * @throws IllegalArgumentException if the image has no such plane, or no prompt is for the
     *     planes taken
     */
    static PromptedPlanes of(ImagePlus image, ImageTask task) {
        List<PlanePosition> taken = task.planes().positions(image);
        ChannelSource channel = task.planes().channel().amongPlanes(image);
        if (task.prompts().isEmpty()) {
            return new PromptedPlanes(taken, channel, PromptList.empty());
        }
        PromptList prompts = task.prompts().get();
        PromptedPlanes all = new PromptedPlanes(taken, channel, prompts);
        List<PlanePosition> asked = taken.stream().filter(p -> !all.on(p).isEmpty()).toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    prompts.isEmpty()
                            ? "There is no prompt. Draw points or a rectangle on the objects."
                            : all.nothingHere());
        }
        return new PromptedPlanes(asked, channel, prompts);
    }

    /** The prompts for a plane, in the user's order. */
    PromptList on(PlanePosition position) {
        return prompts.on(read(position), position.slice(), position.frame());
    }

    /** The prompts that are for none of the planes. */
    List<PromptList.Entry> elsewhere() {
        return prompts.prompts().stream()
                .filter(entry -> positions.stream().noneMatch(p -> isFor(entry.place(), p)))
                .toList();
    }

    /** What the user should know of how the prompts were read. */
    List<String> notes() {
        return prompts.notes();
    }

    private boolean isFor(PromptPlace place, PlanePosition position) {
        return place.covers(read(position), position.slice(), position.frame());
    }

    /** NB: as displayed, all channels are seen at once, so a prompt's channel does not matter. */
    private int read(PlanePosition position) {
        return channel.number() < 0 ? position.channel() : channel.number();
    }

    private String nothingHere() {
        int count = prompts.prompts().size();
        List<PromptPlace> places = prompts.places();
        PlanePosition first = positions.get(0);
        String taken =
                positions.size() == 1
                        ? new PromptPlace(first.channel(), first.slice(), first.frame()).toString()
                        : positions.size() + " planes";
        return (count == 1 ? "The prompt is" : "The " + count + " prompts are")
                + " for other planes ("
                + places.get(0)
                + (places.size() == 1 ? "" : " and others")
                + ") than what is taken ("
                + taken
                + "). Take the plane that they are for, or the whole stack.";
    }
}
