package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import java.util.Optional;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.PlaneObjects;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.settings.Settings;

/** Finds the object that a user points at. The network runs once a plane; its results are kept. */
final class PickSearch {

    private PickSearch() {}

    /**
     * What is found.
     *
     * @param object that the point or box means, if it means any
     * @param everything all objects of the plane, by place
     * @param by the settings that it was found by
     */
    record Found(Optional<SegmentedObject> object, Selector everything, Settings by) {}

    /**
     * Looks for a pick's object; the first time on a plane this takes as long as to segment it.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     * @throws java.io.UncheckedIOException if the network cannot be opened
     * @throws IllegalArgumentException if a setting does not suit the image
     */
    static Found find(ImagePlus image, Pick pick, Settings settings, Progress progress) {
        PlaneObjects plane =
                new ImageSegmenter(Segmenters.shared().planes(Segmenters.Request.of(settings)))
                        .segment(image, pick.task(image, settings), progress)
                        .planes()
                        .get(0);
        Answers answers = plane.answers().orElseThrow();
        return new Found(
                answers.answers().get(0).object(), Selector.of(answers.everything()), settings);
    }
}
