package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.measure.MeasuredChannel;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.imagej.measure.PlaneMeasuring;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * The one way from an image to its objects: menu, scripts, macros and command line all go through
 * it. The image is not changed.
 */
public final class ImageSegmenter {

    private final PlaneSegmenter network;

    /** On a network, which stays open. */
    public ImageSegmenter(PlaneSegmenter network) {
        this.network = network;
    }

    /**
     * Segments the planes that a task takes; with prompts, those of them that prompts are for.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     * @throws IllegalStateException if the image is closed between two planes
     * @throws IllegalArgumentException if the image is null, has no pixels, or no such plane or
     *     channel, its selection lies outside, no prompt is for these planes, or the diameter needs
     *     a calibration that it does not have
     */
    public ImageObjects segment(ImagePlus image, ImageTask asked, Progress progress) {
        check(image);
        ImageTask task = asked.in(image);
        PromptedPlanes prompted = PromptedPlanes.of(image, task);
        SelectedArea area = SelectedArea.of(image, task.insideSelection());
        OpenImage open = new OpenImage(image);
        List<PlanePosition> positions = prompted.positions();
        List<PlaneObjects> planes = new ArrayList<>();
        for (PlanePosition position : positions) {
            open.check();
            PlaneWork work = new PlaneWork(image, task, position);
            Progress part = PlaneProgress.of(progress, planes.size(), positions.size());
            planes.add(
                    task.prompts().isEmpty()
                            ? work.segment(area, part)
                            : work.select(prompted.on(position), part));
        }
        if (task.planes().isStack()) {
            open.check();
        }
        List<String> remarks = new ArrayList<>(area.remarks());
        remarks.addAll(prompted.notes());
        LinkedPlanes linked =
                task.link().isOn()
                        ? LinkedPlanes.of(planes, task.planes().positions(image), task.link())
                        : LinkedPlanes.unlinked(List.copyOf(planes));
        return new ImageObjects(image, task, linked, prompted.elsewhere(), remarks, this);
    }

    /** NB: scripts hand on what IJ.openImage gives, which is null where a file is not opened. */
    static void check(ImagePlus image) {
        if (image == null) {
            throw new IllegalArgumentException(
                    "There is no image, but null, which IJ.openImage gives for a file that it cannot"
                            + " open. Check the file's path.");
        }
        if (image.getWidth() == 0 || image.getHeight() == 0) {
            throw new IllegalArgumentException(
                    "The image \""
                            + image.getTitle()
                            + "\" has no pixels: its file could not be opened, or nothing was put"
                            + " into it.");
        }
    }

    /** One plane on its way. */
    private final class PlaneWork {

        private final ImagePlus image;
        private final ImageTask task;
        private final PlaneMeasuring measured;
        private final RgbPlane input;
        private final StageClock clock = new StageClock();

        PlaneWork(ImagePlus image, ImageTask task, PlanePosition position) {
            this.image = image;
            this.task = task;
            MeasuredPlane original = MeasuredPlane.of(image, position);
            // NB: before the channels, for it says where there are no colors of stains.
            this.input =
                    Planes.ofAnySize(
                            image, position, task.planes().channel(), task.segmentation().input());
            this.measured =
                    new PlaneMeasuring(original, channels(position), task.measured().ring());
            clock.lap("contrast");
        }

        private List<MeasuredChannel> channels(PlanePosition position) {
            List<MeasuredChannel> all =
                    new ArrayList<>(
                            MeasuredChannel.of(image, position, task.measured().channels()));
            if (task.segmentation().input().isOfStain()) {
                all.addAll(MeasuredChannel.ofStains(image, position));
            }
            return all;
        }

        PlaneObjects segment(SelectedArea area, Progress progress) {
            Segmentation found = StainHint.of(whole(area, progress), input.isGray());
            clock.lap(found.summary().milliseconds());
            Labeling labeling = labeling(found);
            clock.lap("labels");
            return PlaneObjects.found(measured, labeling, clock.toMap());
        }

        private Labeling labeling(Segmentation found) {
            return input.isReadInParts() || isOfVirtualStack()
                    ? Labeling.inParts(found, task.overlap())
                    : Labeling.of(found, task.overlap());
        }

        /**
         * NB: a virtual stack may be larger than the memory, and so may the labels of its planes.
         */
        private boolean isOfVirtualStack() {
            return task.planes().isStack() && image.getStack().isVirtual();
        }

        /** Reads a larger part for as long as a wanted object goes on beyond it. */
        private Segmentation whole(SelectedArea area, Progress progress) {
            SegmentationSettings settings = task.segmentation();
            for (int margin = area.margin(); ; margin *= 2) {
                Region read = area.reading(margin);
                RgbPlane part = area.isWholePlane() ? input : input.crop(read);
                Segmentation all = network.segment(part, area.reading(settings), progress);
                Segmentation chosen = area.choose(all, read, settings);
                if (!area.isCut(chosen, read)) {
                    return chosen;
                }
            }
        }

        PlaneObjects select(PromptList asked, Progress progress) {
            Answers answers =
                    network.select(input, task.segmentation(), asked.toPrompts(), progress);
            clock.lap(answers.everything().summary().milliseconds());
            Labeling labeling = labeling(answers.chosen());
            clock.lap("labels");
            return PlaneObjects.answering(
                    measured, labeling, clock.toMap(), asked.prompts(), answers);
        }
    }

    /** Watches whether an image that was open is closed. */
    private static final class OpenImage {

        private final ImagePlus image;
        private final boolean hadWindow;

        OpenImage(ImagePlus image) {
            this.image = image;
            this.hadWindow = image.getWindow() != null;
        }

        /** False once its window is closed or its pixels are gone. */
        boolean isOpen() {
            boolean windowGone = hadWindow && image.getWindow() == null;
            return !windowGone && image.getProcessor() != null;
        }

        /**
         * @throws IllegalStateException if the image is closed
         */
        void check() {
            if (!isOpen()) {
                throw new IllegalStateException(
                        "\""
                                + image.getTitle()
                                + "\" was closed before all of its planes were segmented. Open it"
                                + " again and leave it open.");
            }
        }
    }
}
