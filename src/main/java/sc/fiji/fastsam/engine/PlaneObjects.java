package sc.fiji.fastsam.engine;

import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.BoxIndex;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.measure.MeasuredObject;
import sc.fiji.fastsam.imagej.measure.MeasuredObjects;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.imagej.measure.PlaneMeasuring;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Nesting;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.settings.OverlapRule;

/**
 * The objects of one plane of an image.
 *
 * @param measured the original pixels and where they lie, and what is measured of them
 * @param labeling the objects, in source pixels of the plane
 * @param milliseconds time of each stage, in order
 * @param asked the prompts for this plane, in the order of the answers
 * @param answers what became of them; nothing without prompts
 */
public record PlaneObjects(
        PlaneMeasuring measured,
        Labeling labeling,
        Map<String, Double> milliseconds,
        List<PromptList.Entry> asked,
        Optional<Answers> answers) {

    private static final int SHOWN = 3;

    /** IoU of two masks of one object. */
    private static final double SAME = 0.5;

    /** Copies the collections. */
    public PlaneObjects {
        milliseconds = Collections.unmodifiableMap(new LinkedHashMap<>(milliseconds));
        asked = List.copyOf(asked);
    }

    /** Objects that were found without prompts. */
    static PlaneObjects found(
            PlaneMeasuring measured, Labeling labeling, Map<String, Double> milliseconds) {
        return new PlaneObjects(measured, labeling, milliseconds, List.of(), Optional.empty());
    }

    /** Objects that prompts chose. */
    static PlaneObjects answering(
            PlaneMeasuring measured,
            Labeling labeling,
            Map<String, Double> milliseconds,
            List<PromptList.Entry> asked,
            Answers answers) {
        return new PlaneObjects(measured, labeling, milliseconds, asked, Optional.of(answers));
    }

    /** The same objects with the ids of a linked stack. */
    PlaneObjects withIds(List<Integer> ids, int most) {
        Labeling linked = labeling.withIds(ids, most);
        return new PlaneObjects(measured, linked, milliseconds, asked, answers);
    }

    /** The original pixels and where they lie. */
    public MeasuredPlane plane() {
        return measured.plane();
    }

    /** Where the plane lies in its image. */
    public PlanePosition position() {
        return plane().position();
    }

    /** The objects, in the order of their labels, 1 first; labels of linked ones have no order. */
    public List<SegmentedObject> objects() {
        return labeling.segmentation().objects();
    }

    /** How they came about. */
    public RunSummary summary() {
        return labeling.segmentation().summary();
    }

    /**
     * For each object the names of the prompts that it answers; empty lists without prompts. NB: a
     * labeling leaves hidden objects out, so names go by object and not by place.
     */
    public List<List<String>> prompts() {
        Map<SegmentedObject, List<String>> names =
                answers.stream()
                        .flatMap(a -> a.objects().stream())
                        .collect(Collectors.toMap(s -> s.object(), s -> s.prompts(), (a, b) -> a));
        return objects().stream().map(o -> names.getOrDefault(o, List.of())).toList();
    }

    /** For each object the greatest similarity with a word that it answers, -1..1; else NaN. */
    public List<Double> similarities() {
        Map<SegmentedObject, Double> greatest = new HashMap<>();
        answers.stream()
                .flatMap(all -> all.answers().stream())
                .filter(answer -> answer.prompt().isByLooks())
                .flatMap(answer -> answer.matches().stream())
                .forEach(match -> greatest.merge(match.object(), match.fit(), Math::max));
        return objects().stream().map(o -> greatest.getOrDefault(o, Double.NaN)).toList();
    }

    /**
     * The objects with their measures and the prompts that they answer.
     *
     * @param mothers by the ids of a linked stack; empty without links
     */
    List<MeasuredObject> rows(List<Integer> mothers) {
        List<List<String>> prompts = prompts();
        List<Double> similarities = similarities();
        Nesting nesting = Nesting.of(labeling.segmentation());
        List<MeasuredObject> rows = new ArrayList<>();
        for (MeasuredObject plain :
                MeasuredObjects.of(objects(), labeling.ids(), measured, others())) {
            MeasuredObject row = plain.withSimilarity(similarities.get(rows.size()));
            if (!mothers.isEmpty()) {
                row = row.withMother(mothers.get(row.label()));
            }
            if (hasLevels()) {
                row = row.withKin(kin(nesting, rows.size()));
            }
            List<String> names = prompts.get(rows.size());
            rows.add(names.isEmpty() ? row : row.withPrompts(names).withName(regionName(names)));
        }
        return rows;
    }

    /**
     * Those that prompts had the choice of, but for such as they chose in another shape; without
     * rings, where they do not count, none.
     */
    private List<SegmentedObject> others() {
        if (measured.ring() == 0) {
            return List.of();
        }
        BoxIndex own = BoxIndex.of(objects().stream().map(PlaneObjects::bounds).toList());
        return answers.stream()
                .flatMap(all -> all.everything().objects().stream())
                .filter(o -> !own.anyMatch(bounds(o), 0, i -> isSame(objects().get(i), o)))
                .toList();
    }

    private static Box bounds(SegmentedObject object) {
        return object.mask().bounds().toBox();
    }

    private static boolean isSame(SegmentedObject one, SegmentedObject other) {
        return one.mask().iou(other.mask()) >= SAME;
    }

    private boolean hasLevels() {
        return summary().sizes().levels().size() > 1;
    }

    private MeasuredObject.Kin kin(Nesting nesting, int object) {
        int parent = nesting.parent(object);
        return new MeasuredObject.Kin(
                parent == Nesting.NONE ? 0 : labeling.ids().get(parent), nesting.children(object));
    }

    /** Labels of the objects that are not of the smallest level alone; none of a single level. */
    Labeling outer(OverlapRule rule) {
        Nesting nesting = Nesting.of(labeling.segmentation());
        return labeling.only(nesting::isOuter, rule);
    }

    /** A region an object, each made when it is taken. */
    Stream<Roi> rois(ObjectColors colors, String kind, String image) {
        List<Integer> ids = labeling.ids();
        List<List<String>> prompts = prompts();
        IntFunction<Roi> each = ObjectRois.each(objects(), ids, plane().place());
        return IntStream.range(0, ids.size())
                .mapToObj(
                        i -> {
                            Roi roi = each.apply(i);
                            // NB: the group has set its own color.
                            roi.setStrokeColor(colors.of(ids.get(i)));
                            OwnRois.mark(roi, kind);
                            OwnRois.setImage(roi, image);
                            nameAfter(prompts.get(i), roi);
                            return roi;
                        });
    }

    /**
     * Adds the outlines to an overlay, marked with what they were made for.
     *
     * @param stack names the linked stack that labels are of; empty without links
     */
    void addTo(Overlay overlay, ObjectColors colors, String kind, String stack) {
        int first = overlay.size();
        List<Integer> ids = labeling.ids();
        List<List<String>> prompts = prompts();
        List<Roi> rois = ObjectRois.create(objects(), ids, plane().place());
        for (int i = 0; i < rois.size(); i++) {
            nameAfter(prompts.get(i), rois.get(i));
            if (!prompts.get(i).isEmpty()) {
                OwnRois.setScore(rois.get(i), ObjectRois.text(objects().get(i).score()));
            }
            if (!stack.isEmpty()) {
                OwnRois.setLink(rois.get(i), new OwnRois.Link(stack, ids.get(i)));
            }
        }
        Overlays.addTo(overlay, rois, ids, colors, kind);
        SimilarityColors.apply(overlay, first, similarities());
    }

    private static void nameAfter(List<String> prompts, Roi roi) {
        if (!prompts.isEmpty()) {
            roi.setName(regionName(prompts));
        }
    }

    /**
     * What the region of an object is called after its prompts: "a+b+c", of more than three "a+b+c
     * and 7 more"; empty without prompts. NB: names of regions become names of files.
     */
    static String regionName(List<String> prompts) {
        String shown = String.join("+", prompts.subList(0, Math.min(SHOWN, prompts.size())));
        return prompts.size() <= SHOWN
                ? shown
                : shown + " and " + (prompts.size() - SHOWN) + " more";
    }
}
