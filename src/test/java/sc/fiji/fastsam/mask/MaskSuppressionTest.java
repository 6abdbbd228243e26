package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.settings.Nested;
import sc.fiji.fastsam.testing.Drawn;

class MaskSuppressionTest {

    private static final SegmentedObject CELL = block(0.8, 10, 20, 30, 12);
    private static final SegmentedObject NUCLEUS = block(0.9, 15, 22, 10, 8);
    private static final SegmentedObject SPECK = block(0.7, 16, 23, 2, 2);
    private static final SegmentedObject ALONE = block(0.6, 100, 2, 7, 5);

    @Test
    void aMaskThatRepeatsABetterOneIsDropped() {
        SegmentedObject better = block(0.9, 0, 0, 10, 8);
        SegmentedObject repeat = block(0.8, 1, 0, 10, 8); // IoU 72 / 88 = 0.818
        assertEquals(List.of(better), MaskSuppression.suppress(List.of(repeat, better), 0.8));
        assertEquals(
                List.of(better, repeat), MaskSuppression.suppress(List.of(repeat, better), 0.82));
    }

    @Test
    void aDroppedMaskDropsNoOther() {
        SegmentedObject a = block(0.9, 0, 0, 10, 4);
        SegmentedObject b = block(0.8, 3, 0, 10, 4); // IoU with a 7 / 13
        SegmentedObject c = block(0.7, 6, 0, 10, 4); // with b 7 / 13, with a 4 / 16
        assertEquals(List.of(a, c), MaskSuppression.suppress(List.of(a, b, c), 0.5));
    }

    @Test
    void equalScoresAreOrderedFromTopToBottomThenLeftToRight() {
        SegmentedObject low = block(0.5, 0, 9, 2, 2);
        SegmentedObject right = block(0.5, 8, 1, 2, 2);
        SegmentedObject left = block(0.5, 4, 1, 2, 2);
        SegmentedObject best = block(0.6, 90, 90, 2, 2);
        assertEquals(
                List.of(best, left, right, low),
                MaskSuppression.sort(List.of(low, right, left, best)));
    }

    @Test
    void allNestedObjectsStayUnlessAskedOtherwise() {
        List<SegmentedObject> all = List.of(NUCLEUS, CELL, SPECK, ALONE);
        assertEquals(all, MaskSuppression.suppress(all, Nested.ALL));
    }

    @Test
    void onlyTheOutermostStays() {
        List<SegmentedObject> all = List.of(NUCLEUS, CELL, SPECK, ALONE);
        assertEquals(List.of(CELL, ALONE), MaskSuppression.suppress(all, Nested.OUTER));
    }

    @Test
    void onlyTheInnermostStays() {
        List<SegmentedObject> all = List.of(NUCLEUS, CELL, SPECK, ALONE);
        assertEquals(List.of(SPECK, ALONE), MaskSuppression.suppress(all, Nested.INNER));
    }

    @Test
    void objectsThatMerelyOverlapAreNotNested() {
        SegmentedObject half = block(0.5, 35, 20, 10, 12);
        List<SegmentedObject> both = List.of(CELL, half);
        assertEquals(both, MaskSuppression.suppress(both, Nested.OUTER));
        assertEquals(both, MaskSuppression.suppress(both, Nested.INNER));
        SegmentedObject nine = block(0.5, 31, 20, 10, 1);
        SegmentedObject eight = block(0.5, 32, 21, 10, 1);
        List<SegmentedObject> all = List.of(CELL, nine, eight);
        assertEquals(List.of(CELL, eight), MaskSuppression.suppress(all, Nested.OUTER));
        assertEquals(List.of(nine, eight), MaskSuppression.suppress(all, Nested.INNER));
    }

    @Test
    void ofTwoEqualMasksTheBetterIsTheOuterAndTheInner() {
        SegmentedObject twin = block(0.3, 10, 20, 30, 12);
        List<SegmentedObject> both = List.of(CELL, twin);
        assertEquals(List.of(CELL), MaskSuppression.suppress(both, Nested.OUTER));
        assertEquals(List.of(CELL), MaskSuppression.suppress(both, Nested.INNER));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 0.8, 1})
    void theIndexChangesNothing(double maskIou) {
        assertAgrees(maskIou, 400, 300);
    }

    /** NB: so many are looked at in several blocks, each by several threads. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.6})
    void soDoManyObjects(double maskIou) {
        assertAgrees(maskIou, 5000, 1200);
    }

    private static void assertAgrees(double maskIou, int count, int frame) {
        Random random = new Random(11);
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int width = 1 + random.nextInt(1 << random.nextInt(8));
            int height = 1 + random.nextInt(1 << random.nextInt(7));
            objects.add(
                    block(
                            random.nextInt(10) / 10.0,
                            random.nextInt(frame),
                            random.nextInt(frame),
                            width,
                            height));
        }
        List<SegmentedObject> kept = new ArrayList<>();
        for (SegmentedObject object : MaskSuppression.sort(objects)) {
            if (kept.stream().noneMatch(k -> k.mask().iou(object.mask()) > maskIou)) {
                kept.add(object);
            }
        }
        assertEquals(kept, MaskSuppression.suppress(objects, maskIou));
    }

    private static SegmentedObject block(double score, int x, int y, int width, int height) {
        return Drawn.object(score, Mask.ofRegion(new Region(x, y, width, height)));
    }
}
