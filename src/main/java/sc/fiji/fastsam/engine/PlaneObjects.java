package sc.fiji.fastsam.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answers;

/**
 * The objects of one plane of an image.
 *
 * @param plane the original pixels and where they lie
 * @param labeling the objects, in source pixels of the plane
 * @param milliseconds time of each stage, in order
 * @param asked the prompts for this plane, in the order of the answers
 * @param answers what became of them; nothing without prompts
 */
public record PlaneObjects(
        MeasuredPlane plane,
        Labeling labeling,
        Map<String, Double> milliseconds,
        List<PromptList.Entry> asked,
        Optional<Answers> answers) {

    private static final int SHOWN = 3;

    /** Copies the collections. */
    public PlaneObjects {
        milliseconds = Collections.unmodifiableMap(new LinkedHashMap<>(milliseconds));
        asked = List.copyOf(asked);
    }

    /** Objects that were found without prompts. */
    static PlaneObjects found(
            MeasuredPlane plane, Labeling labeling, Map<String, Double> milliseconds) {
        return new PlaneObjects(plane, labeling, milliseconds, List.of(), Optional.empty());
    }

    /** Objects that prompts chose. */
    static PlaneObjects answering(
            MeasuredPlane plane,
            Labeling labeling,
            Map<String, Double> milliseconds,
            List<PromptList.Entry> asked,
            Answers answers) {
        return new PlaneObjects(plane, labeling, milliseconds, asked, Optional.of(answers));
    }

    /** Where the plane lies in its image. */
    public PlanePosition position() {
        return plane.position();
    }

    /** The objects, in the order of their labels, 1 first. */
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
