package sc.fiji.fastsam.label;

import java.util.Comparator;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Which of several objects gets a pixel that all of them hold. */
public enum OverlapRule {
    /** The one of smallest area, so that nested objects show. */
    SMALLEST_ON_TOP(Comparator.comparingInt(OverlapRule::area).reversed()),
    /** The one of highest score. */
    HIGHEST_SCORE_ON_TOP(Comparator.comparingDouble(SegmentedObject::score)),
    /** The one of largest area; nested objects vanish. */
    LARGEST_ON_TOP(Comparator.comparingInt(OverlapRule::area));

    private final Comparator<SegmentedObject> bottomFirst;

    OverlapRule(Comparator<SegmentedObject> bottomFirst) {
        this.bottomFirst = bottomFirst;
    }

    /** The order to paint in: the object on top last. Equal objects compare as 0. */
    Comparator<SegmentedObject> bottomFirst() {
        return bottomFirst;
    }

    private static int area(SegmentedObject object) {
        return object.mask().area();
    }
}
