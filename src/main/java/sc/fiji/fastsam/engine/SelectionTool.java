package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ChannelChoice;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptPlace;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.segment.Progress;

/** Lets prompts choose the objects of an image that is open in ImageJ, which is not changed. */
public final class SelectionTool {

    private final PlanePrompter prompter;

    /** A tool on a prompter, which stays open. */
    public SelectionTool(PlanePrompter prompter) {
        this.prompter = prompter;
    }

    /**
     * Chooses on the plane that is shown, or on all planes that have prompts.
     *
     * @param prompts for the planes of the image
     * @throws java.util.concurrent.CancellationException if the progress says so
     * @throws IllegalStateException if the image is closed between two planes
     * @throws IllegalArgumentException if no prompt is for these planes, or the image has no such
     *     channel
     */
    public ImageSelection select(
            ImagePlus image, ImageSettings settings, PromptList prompts, Progress progress) {
        List<PlanePosition> positions = positions(image, settings, prompts);
        OpenImage open = new OpenImage(image);
        List<PlaneObjects> planes = new ArrayList<>();
        List<PlaneAnswers> answers = new ArrayList<>();
        for (PlanePosition position : positions) {
            open.check();
            Progress part = PlaneProgress.of(progress, answers.size(), positions.size());
            PromptList asked = on(position, settings.channel(), prompts);
            PlaneWork work = new PlaneWork(image, position, settings);
            Answers found = work.segment(asked, part);
            planes.add(work.objects(found));
            answers.add(new PlaneAnswers(position, asked.prompts(), found));
        }
        String note = String.join("; ", prompts.notes());
        boolean stack = settings.wholeStack();
        if (stack) {
            open.check();
        }
        return new ImageSelection(
                new ImageObjects(image, complete(image, settings, planes), stack, note), answers);
    }

    /** One plane on its way. */
    private final class PlaneWork {
        private final MeasuredPlane original;
        private final RgbImage planes;
        private final ImageSettings settings;

        PlaneWork(ImagePlus image, PlanePosition position, ImageSettings settings) {
            this.settings = settings;
            this.original = MeasuredPlane.of(image, position);
            this.planes =
                    Planes.of(image, position, settings.channel(), settings.segmentation().input());
        }

        Answers segment(PromptList asked, Progress progress) {
            return prompter.segment(planes, settings.segmentation(), asked.toPrompts(), progress);
        }

        PlaneObjects objects(Answers found) {
            Labeling labeling = Labeling.of(found.chosen(), settings.overlap());
            return new PlaneObjects(original, labeling, names(labeling, found));
        }
    }

    /** NB: a labeling leaves hidden objects out, so names go by object and not by place. */
    private static List<List<String>> names(Labeling labeling, Answers found) {
        Map<SegmentedObject, List<String>> names = new HashMap<>();
        for (Answers.Chosen chosen : found.objects()) {
            names.put(chosen.object(), chosen.prompts());
        }
        return labeling.segmentation().objects().stream()
                .map(object -> names.getOrDefault(object, List.of()))
                .toList();
    }

    private static List<PlanePosition> positions(
            ImagePlus image, ImageSettings settings, PromptList prompts) {
        List<PlanePosition> all =
                settings.wholeStack()
                        ? SegmentationTool.positions(image, true)
                        : List.of(PlanePosition.of(image));
        List<PlanePosition> asked =
                all.stream().filter(p -> !on(p, settings.channel(), prompts).isEmpty()).toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    prompts.isEmpty()
                            ? "There is no prompt. Draw points or a rectangle on the objects."
                            : elsewhere(prompts, all));
        }
        return asked;
    }

    private static String elsewhere(PromptList prompts, List<PlanePosition> taken) {
        String are =
                prompts.prompts().size() == 1
                        ? "The prompt is"
                        : "The " + prompts.prompts().size() + " prompts are";
        String what = taken.size() == 1 ? text(taken.get(0)) : taken.size() + " planes";
        String first = prompts.places().get(0).toString();
        return String.format(
                "%s for other planes (%s%s) than what is taken (%s). Take the plane that they are"
                        + " for, or the whole stack.",
                are, first, prompts.places().size() == 1 ? "" : " and others", what);
    }

    private static String text(PlanePosition p) {
        return new PromptPlace(p.channel(), p.slice(), p.frame()).toString();
    }

    /** As displayed, all channels are seen at once, so a prompt's channel does not matter. */
    private static PromptList on(
            PlanePosition position, ChannelChoice channel, PromptList prompts) {
        int number = channel.number() > 0 ? channel.number() : position.channel();
        return prompts.on(
                channel.equals(ChannelChoice.DISPLAYED) ? 0 : number,
                position.slice(),
                position.frame());
    }

    /** Label stacks have all planes, those without prompts too. */
    private static List<PlaneObjects> complete(
            ImagePlus image, ImageSettings settings, List<PlaneObjects> found) {
        if (!settings.wholeStack() || image.getStackSize() == 1) {
            return found;
        }
        List<PlaneObjects> all = new ArrayList<>();
        for (PlanePosition position : SegmentationTool.positions(image, true)) {
            all.add(
                    found.stream()
                            .filter(plane -> plane.plane().position().equals(position))
                            .findFirst()
                            .orElseGet(() -> empty(image, position, settings, found)));
        }
        return all;
    }

    private static PlaneObjects empty(
            ImagePlus image,
            PlanePosition position,
            ImageSettings settings,
            List<PlaneObjects> found) {
        var none = found.get(0).labeling().segmentation().withObjects(List.of());
        return new PlaneObjects(
                MeasuredPlane.of(image, position), Labeling.of(none, settings.overlap()));
    }
}
