package sc.fiji.fastsam.batch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class AreaCountsTest {

    @Test
    void classesAreAQuarterOfADoublingWide() {
        // NB: 2^(10/4) = 5.66, 2^(11/4) = 6.73, 2^(12/4) = 8, 2^(13/4) = 9.51.
        AreaCounts counts =
                AreaCounts.of(IntStream.of(1, 6, 7, 8, 9, 10).mapToObj(this::object).toList());
        assertEquals(Map.of(0, 1, 10, 1, 11, 1, 12, 2, 13, 1), counts.counts());
    }

    @Test
    void everyPowerOfTwoBeginsAClass() {
        for (int k = 0; k < 20; k++) {
            AreaCounts counts = AreaCounts.of(List.of(object(1 << k)));
            assertEquals(Map.of(4 * k, 1), counts.counts());
        }
    }

    @Test
    void countsAddUp() {
        AreaCounts one = new AreaCounts(new TreeMap<>(Map.of(3, 2, 5, 1)));
        AreaCounts other = new AreaCounts(new TreeMap<>(Map.of(5, 4)));
        assertEquals(
                Map.of(3, 2, 5, 5), AreaCounts.sum(List.of(one, other, AreaCounts.NONE)).counts());
    }

    /** One row of pixels. */
    private SegmentedObject object(int area) {
        MaskBuilder mask = new MaskBuilder(new Region(0, 0, area, 1));
        IntStream.range(0, area).forEach(x -> mask.add(x, 0));
        return Drawn.object(0.9, mask.toMask());
    }
}
