package sc.fiji.fastsam.engine;

import java.util.List;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.label.Labeling;

/**
 * The objects of one plane of an image.
 *
 * @param plane the original pixels and where they lie
 * @param labeling the objects, in source pixels of the plane
 * @param prompts for each object the names of the prompts that it answers; empty where no prompts
 *     were given
 */
public record PlaneObjects(MeasuredPlane plane, Labeling labeling, List<List<String>> prompts) {

    private static final int SHOWN = 3;

    /** Copies the list. */
    public PlaneObjects {
        prompts = List.copyOf(prompts);
    }

    /** Objects that were found without prompts. */
    public PlaneObjects(MeasuredPlane plane, Labeling labeling) {
        this(plane, labeling, List.of());
    }

    /** The names of the prompts that an object answers, counted from 0; empty for none. */
    public List<String> promptsOf(int object) {
        return prompts.isEmpty() ? List.of() : prompts.get(object);
    }

    /**
     * What the region of an object is called after its prompts: "a+b+c", of more than three "a+b+c
     * and 7 more"; empty without prompts. NB: names of regions become names of files.
     */
    String nameOf(int object) {
        List<String> names = promptsOf(object);
        String shown = String.join("+", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
