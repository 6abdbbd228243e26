package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import java.awt.Point;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.settings.Stain;

/**
 * What a user pointed at.
 *
 * @param plane on which
 * @param prompts a point or a box, in source pixels
 */
record Pick(PlanePosition plane, Prompts prompts) {

    /** A point on an object. */
    static Pick at(PlanePosition plane, double x, double y) {
        return new Pick(plane, Prompts.point(x, y));
    }

    /** A box around an object. */
    static Pick in(PlanePosition plane, Rectangle2D box) {
        return new Pick(
                plane, Prompts.box(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }

    /** The pixel that a point is on; nothing for a box. */
    Optional<Point> pixel() {
        return prompts.prompts().get(0) instanceof PointPrompt point
                ? Optional.of(new Point((int) Math.floor(point.x()), (int) Math.floor(point.y())))
                : Optional.empty();
    }

    /** True for a box, false for a point. */
    boolean isBox() {
        return prompts.prompts().get(0) instanceof BoxPrompt;
    }

    /**
     * The question for the network. NB: of this plane and channel, whatever the image shows when
     * the question's turn comes.
     */
    ImageTask task(ImagePlus image, Settings settings) {
        PromptSettings rules = PromptSettings.of(settings);
        PlaneRange range =
                new PlaneRange(
                        channel(image, settings),
                        IndexRange.of(plane.slice()),
                        IndexRange.of(plane.frame()));
        return ImageTask.of(settings)
                .withPlanes(range)
                .withPrompts(PromptList.everywhere(prompts.prompts()).withRules(rules));
    }

    /**
     * The channel that is asked: where the settings name none, the one that was active. NB: a stain
     * is in all colors.
     */
    ChannelSource channel(ImagePlus image, Settings settings) {
        ChannelSource asked = new ChannelSource(settings.get(ImageKeys.CHANNEL));
        boolean active = asked.equals(ChannelSource.ACTIVE) && image.getNChannels() > 1;
        boolean inColor = settings.get(SegmentationKeys.STAIN) != Stain.NONE;
        return active && !inColor ? new ChannelSource(plane.channel()) : asked;
    }
}
