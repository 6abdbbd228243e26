package sc.fiji.fastsam.segment;

import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.MaskSuppression;
import sc.fiji.fastsam.mask.ObjectFilter;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.opencv.MaskSmoother;
import sc.fiji.fastsam.settings.ObjectSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * What is left of a plane's objects under the settings.
 *
 * @param objects best score first, then from top to bottom, then from left to right
 * @param cut how many more there were beyond the limit on the number of objects
 */
record FinalObjects(List<SegmentedObject> objects, int cut) {

    /** Drops repeated and nested objects, cleans the others, filters them and keeps the best. */
    static FinalObjects of(List<SegmentedObject> found, Size plane, SegmentationSettings settings) {
        ObjectSettings rules = settings.objects();
        List<SegmentedObject> objects = MaskSuppression.suppress(found, rules.maskIou());
        objects = MaskSuppression.suppress(objects, rules.nested());
        if (rules.smooth()) {
            objects = MaskSmoother.smooth(objects, plane);
        }
        objects = ObjectFilter.filter(objects, plane, rules.limits());
        return limited(objects, settings.detection().maxObjects());
    }

    private static FinalObjects limited(List<SegmentedObject> objects, int maxObjects) {
        if (maxObjects == 0 || objects.size() <= maxObjects) {
            return new FinalObjects(objects, 0);
        }
        return new FinalObjects(
                List.copyOf(objects.subList(0, maxObjects)), objects.size() - maxObjects);
    }
}
