package sc.fiji.fastsam.imagej.roi;

import ij.gui.Roi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Regions of the objects of one plane. */
public final class ObjectRois {

    /** ImageJ's group of the regions made here, so that the user's own are told apart. */
    public static final int GROUP = 1;

    private ObjectRois() {}

    /**
     * One region an object, in their order: named by label and score as "obj0001-0.93" (in stacks
     * "obj0003-0001-0.93", the stack's index first), in {@link #GROUP}, at its place, marked as
     * {@link OwnRois}.
     *
     * <p>NB: ImageJ's ROI Manager gives names that begin with digits and a dash other ones.
     *
     * @param objects in the order of their labels, 1 first
     */
    public static List<Roi> create(List<SegmentedObject> objects, RoiPlace place) {
        return create(objects, IntStream.rangeClosed(1, objects.size()).boxed().toList(), place);
    }

    /**
     * As above, by labels of their own.
     *
     * @param labels of the objects, in their order
     */
    public static List<Roi> create(
            List<SegmentedObject> objects, List<Integer> labels, RoiPlace place) {
        IntFunction<Roi> each = each(objects, labels, place);
        return IntStream.range(0, objects.size()).mapToObj(each).toList();
    }

    /** The same regions one by one, each made anew when it is asked for by its place. */
    public static IntFunction<Roi> each(
            List<SegmentedObject> objects, List<Integer> labels, RoiPlace place) {
        int most = labels.stream().mapToInt(Integer::intValue).max().orElse(0);
        String prefix = "obj" + place.prefix();
        int digits = digits(most);
        return i -> {
            Roi roi = MaskRois.toRoi(objects.get(i).mask());
            roi.setName(prefix + name(labels.get(i), digits, objects.get(i).score()));
            RoiGroups.set(roi, GROUP);
            place.applyTo(roi);
            OwnRois.mark(roi, OwnRois.EVERYTHING);
            return roi;
        };
    }

    /** NB: as the format "%04d-%.2f" has it, in a tenth of the time. */
    static String name(int label, int digits, float score) {
        String number = Integer.toString(label);
        return "0".repeat(Math.max(0, digits - number.length())) + number + "-" + text(score);
    }

    /** A score as names have it, as "0.93". */
    public static String text(float score) {
        return new BigDecimal(Double.toString(score))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static int digits(int count) {
        return Math.max(4, Integer.toString(count).length());
    }
}
