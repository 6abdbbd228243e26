package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import java.awt.geom.Rectangle2D;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.Settings;

/**
 * What a user pointed at for one object. Immutable.
 *
 * @param plane on which
 * @param prompts points and boxes, in source pixels
 */
record Pick(PlanePosition plane, Prompts prompts) {

    /** Nothing pointed at yet. */
    static Pick on(PlanePosition plane) {
        return new Pick(plane, Prompts.none());
    }

    /** With a further point on the object. */
    Pick at(double x, double y) {
        return new Pick(plane, prompts.andPoint(x, y));
    }

    /** With a further point that is not on the object. */
    Pick notAt(double x, double y) {
        return new Pick(plane, prompts.andBackground(x, y));
    }

    /** With a further box around the object, or around a part of it. */
    Pick in(Rectangle2D box) {
        return new Pick(
                plane, prompts.andBox(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }

    /** Whether anything says where the object is. */
    boolean isEmpty() {
        return prompts.background().size() == prompts.size();
    }

    /**
     * The question for the network. NB: of this plane and channel, whatever the image shows when
     * the question's turn comes.
     *
     * @param mode whether the points mean one object together
     */
    ImageTask task(ImagePlus image, Settings settings, PointsMode mode) {
        PromptSettings rules = PromptSettings.of(settings).withPointsMode(mode);
        PlaneRange range =
                new PlaneRange(
                        channel(image, settings),
                        IndexRange.of(plane.slice()),
                        IndexRange.of(plane.frame()));
        return ImageTask.of(settings)
                .withPlanes(range)
                .withPrompts(PromptList.everywhere(prompts.prompts()).withRules(rules));
    }

    private ChannelSource channel(ImagePlus image, Settings settings) {
        ChannelSource asked = new ChannelSource(settings.get(ImageKeys.CHANNEL));
        boolean active = asked.equals(ChannelSource.ACTIVE) && image.getNChannels() > 1;
        return active ? new ChannelSource(plane.channel()) : asked;
    }
}
