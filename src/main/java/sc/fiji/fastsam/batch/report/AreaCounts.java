package sc.fiji.fastsam.batch.report;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * How many objects there are of which area. Classes are a quarter of a doubling wide: class k holds
 * areas of 2^(k/4) up to, but without, 2^((k+1)/4) square pixels.
 *
 * @param counts number of objects by class; classes without any are left out
 */
public record AreaCounts(SortedMap<Integer, Integer> counts) {

    /** Classes in a doubling. */
    public static final int PER_DOUBLING = 4;

    /** No objects. */
    public static final AreaCounts NONE = new AreaCounts(new TreeMap<>());

    /** Copies the map. */
    public AreaCounts {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Counts objects. */
    public static AreaCounts of(List<SegmentedObject> objects) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        objects.forEach(object -> counts.merge(classOf(object.mask().area()), 1, Integer::sum));
        return new AreaCounts(counts);
    }

    /** All counts together. */
    public static AreaCounts sum(Collection<AreaCounts> parts) {
        SortedMap<Integer, Integer> sums = new TreeMap<>();
        for (AreaCounts part : parts) {
            for (Map.Entry<Integer, Integer> entry : part.counts.entrySet()) {
                sums.merge(entry.getKey(), entry.getValue(), Integer::sum);
            }
        }
        return new AreaCounts(sums);
    }

    /** Smallest area of a class, in square pixels. */
    public static double lowest(int number) {
        return Math.pow(2, (double) number / PER_DOUBLING);
    }

    private static int classOf(long area) {
        int number = (int) Math.floor(PER_DOUBLING * Math.log(Math.max(1, area)) / Math.log(2));
        // NB: logarithms of powers of two may lie a hair below.
        return lowest(number + 1) <= area ? number + 1 : number;
    }
}
