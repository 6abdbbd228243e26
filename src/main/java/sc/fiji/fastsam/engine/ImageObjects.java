package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.IntegerType;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.imagej.measure.MeasuredObject;
import sc.fiji.fastsam.imagej.measure.ObjectTable;
import sc.fiji.fastsam.imagej.measure.UnansweredPrompt;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptOverlay;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.label.ObjectRegions;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * The objects of an image. Labels, ROIs, overlay and table are made from them and agree with each
 * other; each call makes new ones, which may be changed. Everything is named after the source.
 * Immutable, but for gray values: they are measured when they are asked for, of the pixels that the
 * source has then.
 */
public final class ImageObjects {

    private final ImagePlus source;
    private final ImageTask task;
    private final List<PlaneObjects> planes;
    private final LinkedPlanes linked;
    private final PlaneCounts counts;
    private final List<PromptList.Entry> elsewhere;
    private final List<String> remarks;
    private final ImageSegmenter segmenter;

    /**
     * @param elsewhere prompts that are for none of the planes
     * @param remarks what the user should know of the choice of planes and area
     * @param segmenter for further prompts
     */
    ImageObjects(
            ImagePlus source,
            ImageTask task,
            LinkedPlanes planes,
            List<PromptList.Entry> elsewhere,
            List<String> remarks,
            ImageSegmenter segmenter) {
        this.source = source;
        this.task = task;
        this.planes = planes.planes();
        this.linked = planes;
        this.counts =
                new PlaneCounts(source.getNChannels(), source.getNSlices(), source.getNFrames());
        this.elsewhere = List.copyOf(elsewhere);
        this.remarks = List.copyOf(remarks);
        this.segmenter = segmenter;
    }

    /** The image. */
    public ImagePlus source() {
        return source;
    }

    /** What was asked for. */
    public ImageTask task() {
        return task;
    }

    /** The segmented planes, slices before frames; with prompts, those that a prompt is for. */
    public List<PlaneObjects> planes() {
        return planes;
    }

    /** Of the source when it was segmented; it may have lost slices or been closed since. */
    PlaneCounts counts() {
        return counts;
    }

    /** Number of objects in all planes; a linked object counts in each of its planes. */
    public int count() {
        return planes.stream().mapToInt(plane -> plane.labeling().count()).sum();
    }

    /**
     * The objects that prompts mean, with the settings of this result. The network is run again
     * only where no object answers a prompt well, or its raw results are no longer kept.
     *
     * @throws IllegalArgumentException if no prompt is for the planes of this result
     * @throws IllegalStateException if the network was closed
     */
    public ImageObjects select(PromptList prompts) {
        return segmenter.segment(source, task.withPrompts(prompts), Progress.NONE);
    }

    /**
     * Likewise, with prompts as macros write them: {@code "points=[120,88; 301,40]"}. Without typed
     * ones those of {@code source} count, by default the image's selection.
     *
     * @throws IllegalArgumentException as above, or if a key is unknown or none of prompts
     * @throws IllegalStateException if the network was closed
     */
    public ImageObjects select(String prompts) {
        return select(TaskPrompts.of(TaskPrompts.parse(prompts), source));
    }

    /**
     * A new label image for ImageJ: of the plane; where several planes were asked for, with as many
     * slices and frames as the source, those that were not taken without objects.
     */
    public ImagePlus toLabelImage() {
        return labels(OutputKind.LABELS).toImagePlus();
    }

    /**
     * Likewise, the objects that can hold others alone: the larger levels with the same numbers,
     * whole, without the smallest objects. Without objects where a plane has one level.
     */
    public ImagePlus toParentImage() {
        ImagePlus parents = labels(OutputKind.PARENTS).toImagePlus();
        parents.setTitle(LabelPlus.parentTitle(source));
        return parents;
    }

    /**
     * A new label image for ImgLib2, 0 = background: x, y; where several planes were asked for also
     * z, where the source has several slices, and time, where it has several frames. {@code
     * UnsignedShortType} up to 65 535 objects a plane (of a linked stack, in all), else {@code
     * IntType}.
     */
    public RandomAccessibleInterval<? extends IntegerType<?>> toLabels() {
        return labels(OutputKind.LABELS).toImg();
    }

    /** The pixels of each object, in the order of planes and labels, at their place in x and y. */
    public List<RandomAccessibleInterval<BitType>> toRegions() {
        return planes.stream()
                .flatMap(plane -> plane.objects().stream())
                .map(object -> ObjectRegions.of(object.mask()))
                .toList();
    }

    /**
     * One region an object, in the order of planes and labels; property "Image" names the source.
     * Regions of objects that answer prompts are named after these.
     */
    public List<Roi> toRois() {
        return rois().toList();
    }

    /** The same regions, each made when it is taken. */
    Stream<Roi> rois() {
        return planes.stream().flatMap(p -> p.rois(colors(), kind(), source.getTitle()));
    }

    /** The regions of one of the planes, in the order of its labels. */
    public List<Roi> toRois(PlaneObjects plane) {
        return plane.rois(colors(), kind(), source.getTitle()).toList();
    }

    /**
     * Adds the outlines to an overlay, which keeps what it has: in the colors of {@link #colors};
     * of objects that words chose in those of {@link SimilarityColors}.
     */
    public void addTo(Overlay overlay) {
        planes.forEach(plane -> plane.addTo(overlay, colors(), kind(), linked.name()));
    }

    /** True when objects have one id through a stack. */
    boolean isLinked() {
        return !linked.mothers().isEmpty();
    }

    /** The color of each object, by its label: the same in label image, overlay and regions. */
    ObjectColors colors() {
        return linked.colors();
    }

    /** What the regions are marked with: see {@link OwnRois}. */
    public String kind() {
        return task.prompts().isEmpty() ? OwnRois.EVERYTHING : OwnRois.ANSWER;
    }

    /**
     * Adds the outlines to an image's overlay, as the source's or a copy's, and shows it. They take
     * the place of those that an earlier run of the same kind put on the same planes.
     */
    public void addTo(ImagePlus image) {
        Overlay overlay =
                image.getOverlay() == null ? new Overlay() : image.getOverlay().duplicate();
        planes.forEach(plane -> OwnRois.remove(overlay, kind(), plane.plane().place()));
        addTo(overlay);
        image.setOverlay(overlay);
    }

    /**
     * Adds the prompts, colored by role, to the overlay of the source, in place of those of an
     * earlier run.
     */
    public void showPrompts() {
        planes.forEach(plane -> PromptOverlay.addTo(source, plane.asked(), plane.plane().place()));
    }

    /** A new table with a row an object, labeled "title:region" as ImageJ does. */
    public ResultsTable toTable() {
        ResultsTable table = ObjectTable.create(rows());
        for (int row = 0; row < table.size(); row++) {
            table.setLabel(source.getTitle() + ":" + table.getLabel(row), row);
        }
        return table;
    }

    /** A new table with a row for the image, as Analyze Particles has one. */
    public ResultsTable toSummary() {
        return SummaryTable.create(this);
    }

    /** The objects of all planes with their measures and the prompts that they answer. */
    public List<MeasuredObject> rows() {
        return planes.stream().flatMap(plane -> plane.rows(linked.mothers()).stream()).toList();
    }

    /** The prompts that no object of the results answers, in the order of planes and prompts. */
    public List<UnansweredPrompt> unanswered() {
        return answers().unanswered();
    }

    /**
     * Names of the prompts that found no object; where several planes were asked, each with its
     * plane, as "point1 (slice 2)".
     */
    public List<String> unmatched() {
        return answers().unmatched();
    }

    /**
     * What the user should know, each once: of the reading of the image, where it was opened here,
     * of planes and area, of the runs, and which prompts found no object.
     */
    public List<String> notes() {
        Set<String> notes = new LinkedHashSet<>(ImageFiles.notes(source));
        notes.addAll(remarks);
        // NB: what prompts found is told over all planes.
        planes.stream()
                .flatMap(plane -> plane.summary().notes().stream())
                .filter(note -> note.kind() != Note.Kind.UNMATCHED)
                .forEach(note -> notes.add(note.text()));
        notes.addAll(answers().notes());
        return List.copyOf(notes);
    }

    /** How the objects of all planes came about: numbers are sums, scales are of the first. */
    public RunSummary summary() {
        List<SegmentedObject> all = planes.stream().flatMap(p -> p.objects().stream()).toList();
        return planes.stream()
                .map(PlaneObjects::summary)
                .reduce(RunSummary::and)
                .orElseThrow()
                .choosing(all);
    }

    /** How large the objects of all planes are. */
    public FoundSizes sizes() {
        return FoundSizes.of(summary().sizes(), source);
    }

    /** Milliseconds of each stage over all planes, in order. */
    public Map<String, Double> milliseconds() {
        StageClock sum = new StageClock();
        planes.forEach(plane -> sum.lap(plane.milliseconds()));
        return sum.toMap();
    }

    /** "12 objects in cells.tif"; "2 objects for 3 points in cells.tif; no match for point2". */
    @Override
    public String toString() {
        return answers().text(count());
    }

    private PromptAnswers answers() {
        return new PromptAnswers(source.getTitle(), counts, planes, elsewhere);
    }

    LabelOutputs labels(OutputKind kind) {
        return LabelOutputs.of(this, kind);
    }
}
