package sc.fiji.fastsam.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Rectangles: {@code at(x, y, width, height)}. */
class LinkerTest {

    private static SegmentedObject at(int x, int y, int width, int height) {
        Mask mask = Mask.ofRegion(new Region(x, y, width, height));
        return new SegmentedObject(mask, mask.bounds().toBox(), 0.9f);
    }

    private static List<SegmentedObject> plane(SegmentedObject... objects) {
        return List.of(objects);
    }

    @SafeVarargs
    private static String slices(int gap, List<SegmentedObject>... planes) {
        return text(planes, Linker.link(Arrays.asList(planes), LinkSettings.slices(gap)));
    }

    @SafeVarargs
    private static String frames(int gap, List<SegmentedObject>... planes) {
        return text(planes, Linker.link(Arrays.asList(planes), LinkSettings.frames(gap)));
    }

    /** "[1, 2] [2, 1] children 3<1". */
    private static String text(List<SegmentedObject>[] planes, Links links) {
        List<String> words = new ArrayList<>();
        for (int p = 0; p < planes.length; p++) {
            words.add(links.ids(p).toString());
        }
        for (int id = 1; id <= links.count(); id++) {
            if (links.parent(id) != 0) {
                words.add(id + "<" + links.parent(id));
            }
        }
        return String.join(" ", words);
    }

    @Test
    void idsGoThroughThePlanesAndNewOnesFollowInTheOrderOfTheObjects() {
        assertEquals(
                "[1, 2] [3, 2, 1, 4]",
                slices(
                        0,
                        plane(at(0, 0, 8, 5), at(30, 0, 9, 5)),
                        plane(at(60, 0, 4, 4), at(31, 1, 9, 5), at(0, 1, 8, 5), at(70, 9, 4, 4))));
    }

    @Test
    void theTipOfABodyBelongsToIt() {
        assertEquals("[1] [1]", slices(0, plane(at(0, 0, 20, 16)), plane(at(8, 6, 4, 3))));
    }

    @Test
    void ofSlicesThatOverlapByLessThanHalfOfTheSmallerNoneIsLinked() {
        assertEquals("[1] [2]", slices(0, plane(at(0, 0, 8, 5)), plane(at(5, 0, 8, 5))));
    }

    @Test
    void oneOfTwoThatLieOverOneIsItsNextInSlices() {
        assertEquals(
                "[1] [2, 1]",
                slices(0, plane(at(0, 0, 20, 6)), plane(at(0, 0, 8, 6), at(9, 0, 11, 6))));
    }

    @Test
    void aGapIsClosedUpToItsGreatestLength() {
        List<SegmentedObject> one = plane(at(3, 4, 8, 5));
        assertEquals("[1] [] [1]", slices(1, one, plane(), one));
        assertEquals("[1] [] [2]", slices(0, one, plane(), one));
        assertEquals("[1] [] [] [2]", slices(1, one, plane(), plane(), one));
        assertEquals("[1] [] [] [1]", frames(2, one, plane(), plane(), one));
    }

    @Test
    void anObjectThatMovedFartherThanItOverlapsIsLinkedInFrames() {
        List<SegmentedObject> before = plane(at(0, 0, 8, 6), at(0, 40, 8, 6));
        List<SegmentedObject> after = plane(at(8, 41, 8, 6), at(8, 1, 8, 6));
        assertEquals("[1, 2] [2, 1]", frames(0, before, after));
        assertEquals("[1, 2] [3, 4]", slices(0, before, after));
    }

    @Test
    void velocityTellsTwoThatPassEachOther() {
        assertEquals(
                "[1, 2] [1, 2] [1, 2] [1, 2]",
                frames(
                        0,
                        plane(at(0, 0, 8, 8), at(30, 5, 8, 8)),
                        plane(at(6, 0, 8, 8), at(24, 5, 8, 8)),
                        plane(at(12, 0, 8, 8), at(18, 5, 8, 8)),
                        plane(at(18, 0, 8, 8), at(12, 5, 8, 8))));
    }

    @Test
    void velocityLeadsOverAGap() {
        assertEquals(
                "[1] [1] [1] [] [1]",
                frames(
                        1,
                        plane(at(0, 0, 8, 6)),
                        plane(at(7, 0, 8, 6)),
                        plane(at(14, 0, 8, 6)),
                        plane(),
                        plane(at(28, 0, 8, 6))));
    }

    @Test
    void anObjectOfAnotherSizeIsAnotherInFrames() {
        assertEquals("[1] [2]", frames(0, plane(at(0, 0, 12, 12)), plane(at(4, 4, 4, 4))));
    }

    @Test
    void twoThatTakeThePlaceOfOneAreItsChildren() {
        assertEquals(
                "[1] [2, 3] [2, 3] 2<1 3<1",
                frames(
                        0,
                        plane(at(10, 10, 16, 12)),
                        plane(at(8, 10, 9, 12), at(19, 10, 9, 12)),
                        plane(at(7, 10, 9, 12), at(21, 10, 9, 12))));
    }

    @Test
    void aSmallNeighborIsNoChildOfOneThatStays() {
        assertEquals(
                "[1] [1, 2]",
                frames(0, plane(at(10, 10, 16, 12)), plane(at(10, 10, 16, 12), at(27, 10, 9, 12))));
    }

    @Test
    void nothingDividesInSlices() {
        assertEquals(
                "[1] [1, 2]",
                slices(0, plane(at(10, 10, 16, 12)), plane(at(8, 10, 9, 12), at(19, 10, 9, 12))));
    }

    @Test
    void withoutObjectsThereAreNoIds() {
        assertEquals(0, Linker.link(List.of(plane(), plane()), LinkSettings.frames(1)).count());
        assertEquals(0, Linker.link(List.of(), LinkSettings.slices(1)).count());
    }

    @Test
    void aNegativeGapIsAnError() {
        assertEquals(
                "max_gap must be 0 or more, but was -1.",
                assertThrows(IllegalArgumentException.class, () -> LinkSettings.frames(-1))
                        .getMessage());
    }
}
