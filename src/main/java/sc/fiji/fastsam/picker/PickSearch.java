package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.Settings;

/** Finds the object that a user points at. The network runs once a plane; its results are kept. */
final class PickSearch {

    private PickSearch() {}

    /**
     * What is found.
     *
     * @param object the one object on which all points and boxes lie; where there is none, those on
     *     which they lie, as one; nothing where they lie on none
     * @param everything all objects of the plane, by place
     */
    record Found(Optional<SegmentedObject> object, Selector everything) {}

    /**
     * Looks for a pick's object; the first time on a plane this takes as long as to segment it.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     * @throws java.io.UncheckedIOException if the network cannot be opened
     * @throws IllegalArgumentException if a setting does not suit the image
     */
    static Found find(ImagePlus image, Pick pick, Settings settings, Progress progress) {
        Answers together = answers(image, pick, settings, PointsMode.TOGETHER, progress);
        Selector everything = Selector.of(together.everything());
        if (together.objects().size() == 1 && together.unmatched().isEmpty()) {
            return new Found(Optional.of(objects(together).get(0)), everything);
        }
        Answers each =
                pick.prompts().size() == 1
                        ? together
                        : answers(image, pick, settings, PointsMode.SEPARATELY, progress);
        return new Found(objects(each).stream().reduce(PickSearch::union), everything);
    }

    private static Answers answers(
            ImagePlus image, Pick pick, Settings settings, PointsMode mode, Progress progress) {
        ImageObjects found =
                new ImageSegmenter(Segmenters.shared().planes(Segmenters.Request.of(settings)))
                        .segment(image, pick.task(image, settings, mode), progress);
        return found.planes().get(0).answers().orElseThrow();
    }

    private static List<SegmentedObject> objects(Answers answers) {
        return answers.objects().stream().map(Answers.Chosen::object).toList();
    }

    /** NB: as sure as the less sure of the two. */
    private static SegmentedObject union(SegmentedObject a, SegmentedObject b) {
        return new SegmentedObject(
                a.mask().union(b.mask()),
                a.boxInSource().union(b.boxInSource()),
                Math.min(a.score(), b.score()));
    }
}
