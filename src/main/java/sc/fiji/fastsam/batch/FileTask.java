package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.engine.StackLinks;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptPlace;
import sc.fiji.fastsam.settings.IndexRange;

/**
 * What is done with the image of one file: the run's settings, made fit for that image.
 *
 * @param task what is segmented, and how
 * @param notes what a user should know of choices that were left to the image
 */
record FileTask(ImageTask task, List<String> notes) {

    /**
     * Settings for an image; moves it to the channel asked for, so that this one is measured too.
     *
     * @throws IllegalArgumentException if the image has no such channel, or no prompt
     */
    static FileTask of(ImagePlus image, Path input, BatchSettings settings) {
        ImageTask task = settings.task();
        if (settings.prompts().isPresent()) {
            FilePrompts prompts = settings.prompts().get();
            PromptList list = prompts.forImage(image, input);
            task = task.withPlanes(planes(image, task.planes(), list)).withPrompts(list);
        }
        show(image, task.planes().channel());
        boolean inColor = task.segmentation().input().isOfStain();
        List<String> notes = notes(image, task.planes(), inColor);
        if (settings.outputs().haveMeasures()
                && isColor(image, task.planes().channel())
                && task.measured().channels().equals(IndexRange.SHOWN)) {
            notes.add(
                    "one color was segmented, but RGB is measured by its luminance:"
                            + " measure_channels = all measures each color besides");
        }
        if (task.link().leaveAlone(image)) {
            task = task.withLink(StackLinks.NONE);
            notes.add("has a single plane, so that nothing is linked");
        }
        return new FileTask(task, notes);
    }

    /** A channel that all prompts name, and planes that some name, where none is asked for. */
    private static PlaneRange planes(ImagePlus image, PlaneRange asked, PromptList prompts) {
        List<Integer> channels =
                prompts.places().stream().map(PromptPlace::channel).distinct().toList();
        boolean named = channels.size() == 1 && channels.get(0) > 0;
        PlaneRange planes =
                named && asked.channel().equals(ChannelSource.ACTIVE)
                        ? asked.withChannel(new ChannelSource(channels.get(0)).amongPlanes(image))
                        : asked;
        boolean open =
                asked.slices().equals(IndexRange.SHOWN) && asked.frames().equals(IndexRange.SHOWN);
        boolean placed = prompts.places().stream().anyMatch(p -> p.slice() > 0 || p.frame() > 0);
        return open && placed
                ? new PlaneRange(planes.channel(), IndexRange.ALL, IndexRange.ALL)
                : planes;
    }

    private static void show(ImagePlus image, ChannelSource source) {
        ChannelSource channel = source.amongPlanes(image);
        if (channel.number() > 0) {
            if (channel.number() > image.getNChannels()) {
                throw new IllegalArgumentException(
                        "channel must lie between 1 and "
                                + image.getNChannels()
                                + " for this image, but was "
                                + channel.number()
                                + ".");
            }
            image.setPositionWithoutUpdate(channel.number(), image.getZ(), image.getT());
        }
    }

    private static boolean isColor(ImagePlus image, ChannelSource channel) {
        return channel.number() > 0 && !channel.amongPlanes(image).equals(channel);
    }

    private static List<String> notes(ImagePlus image, PlaneRange planes, boolean inColor) {
        List<String> notes = new ArrayList<>();
        if (planes.slices().equals(IndexRange.SHOWN)) {
            addNote(notes, "slices", "slices = all takes all", image.getNSlices());
        }
        if (planes.frames().equals(IndexRange.SHOWN)) {
            addNote(notes, "frames", "frames = all takes all", image.getNFrames());
        }
        if (planes.channel().equals(ChannelSource.ACTIVE) && !inColor) {
            addNote(notes, "channels", "channel = 2 takes the next", image.getNChannels());
        }
        return notes;
    }

    /**
     * @param others the setting that takes others, as {@code slices = all}
     */
    private static void addNote(List<String> notes, String planes, String others, int count) {
        if (count > 1) {
            notes.add("took the first of " + count + " " + planes + ": " + others);
        }
    }
}
