package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.testing.Drawn;

class NestingTest {

    private static SegmentedObject square(int x, int y, int side) {
        return Drawn.object(0.9, Mask.ofRegion(new Region(x, y, side, side)));
    }

    private final SegmentedObject embryo = square(0, 0, 40);
    private final SegmentedObject cell = square(2, 2, 12);
    private final SegmentedObject nucleus = square(4, 4, 5);
    private final SegmentedObject across = square(12, 4, 5);
    private final SegmentedObject alone = square(60, 4, 5);

    @Test
    void theParentIsTheSmallestThatHoldsFourFifths() {
        Nesting nesting = Nesting.of(List.of(nucleus, embryo, cell, across, alone), 8);
        assertEquals(2, nesting.parent(0));
        assertEquals(1, nesting.parent(2));
        assertEquals(1, nesting.parent(3), "two of five columns in the cell are too few");
        assertEquals(Nesting.NONE, nesting.parent(1));
        assertEquals(Nesting.NONE, nesting.parent(4));
        assertEquals(2, nesting.children(1));
        assertEquals(1, nesting.children(2));
    }

    @Test
    void anObjectOfAboutTheSameSizeIsNoParent() {
        Nesting nesting = Nesting.of(List.of(square(0, 0, 10), square(0, 0, 12)), 8);
        assertEquals(Nesting.NONE, nesting.parent(0), "144 is less than 1.5 times 100");
    }

    /** NB: the child is 10 wide; the parents hold 9, 10 and 8 columns of it. */
    @Test
    void ofEquallySmallParentsTheOneThatHoldsMostIsIt() {
        SegmentedObject child = square(20, 20, 10);
        List<SegmentedObject> parents =
                List.of(square(9, 15, 20), square(15, 15, 20), square(22, 15, 20));
        for (List<SegmentedObject> order : orders(parents)) {
            List<SegmentedObject> all = new ArrayList<>(order);
            all.add(child);
            assertSame(parents.get(1), all.get(Nesting.of(all, 15).parent(3)));
        }
    }

    @Test
    void ofThoseTheOneWithTheBetterScoreThenTheFirst() {
        Mask mask = Mask.ofRegion(new Region(15, 15, 20, 20));
        SegmentedObject child = square(20, 20, 10);
        SegmentedObject worse = Drawn.object(0.5, mask);
        SegmentedObject better = Drawn.object(0.7, mask);
        assertEquals(1, Nesting.of(List.of(worse, better, better, child), 15).parent(3));
        assertEquals(0, Nesting.of(List.of(better, worse, better, child), 15).parent(3));
    }

    private static List<List<SegmentedObject>> orders(List<SegmentedObject> three) {
        List<List<SegmentedObject>> orders = new ArrayList<>();
        for (int turn = 0; turn < three.size(); turn++) {
            List<SegmentedObject> order = new ArrayList<>(three);
            Collections.rotate(order, turn);
            orders.add(List.copyOf(order));
            Collections.swap(order, 0, 1);
            orders.add(order);
        }
        return orders;
    }

    @Test
    void parentsAreThoseOfAllPairsLookedAt() {
        Random random = new Random(2);
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int side = 1 + random.nextInt(1 << 2 + random.nextInt(6));
            Region region =
                    new Region(
                            random.nextInt(200),
                            random.nextInt(200),
                            side,
                            1 + random.nextInt(side));
            objects.add(Drawn.object(0.9, Mask.ofRegion(region)));
        }
        Nesting nesting = Nesting.of(objects, 8);
        int[] children = new int[objects.size()];
        for (int i = 0; i < objects.size(); i++) {
            Region child = objects.get(i).mask().bounds();
            long least = Long.MAX_VALUE;
            for (SegmentedObject other : objects) {
                Region region = other.mask().bounds();
                if (10 * region.intersection(child).area() >= 8 * child.area()
                        && 2 * region.area() >= 3 * child.area()) {
                    least = Math.min(least, region.area());
                }
            }
            int parent = nesting.parent(i);
            assertEquals(
                    least,
                    parent == Nesting.NONE ? Long.MAX_VALUE : objects.get(parent).mask().area());
            if (parent != Nesting.NONE) {
                assertTrue(
                        10 * objects.get(parent).mask().bounds().intersection(child).area()
                                >= 8 * child.area());
                children[parent]++;
            }
        }
        for (int i = 0; i < children.length; i++) {
            assertEquals(children[i], nesting.children(i));
        }
    }

    @Test
    void outerIsWhatHoldsOthersOrIsAsLarge() {
        Nesting nesting = Nesting.of(List.of(nucleus, embryo, cell, alone, square(60, 60, 12)), 8);
        assertFalse(nesting.isOuter(0));
        assertTrue(nesting.isOuter(1));
        assertTrue(nesting.isOuter(2));
        assertFalse(nesting.isOuter(3), "small, and in none");
        assertTrue(nesting.isOuter(4), "without a nucleus, but as large as a cell");
        Nesting inside = Nesting.of(List.of(embryo, cell), 8);
        assertFalse(inside.isOuter(1), "as large as a cell, but in another and without a nucleus");
    }

    @Test
    void aPlaneOfOneLevelHasNoParents() {
        Nesting nesting = Nesting.of(Drawn.segmentation(64, 64, embryo, nucleus));
        assertEquals(Nesting.NONE, nesting.parent(1));
        assertEquals(0, nesting.children(0));
        assertFalse(nesting.isOuter(0));
    }
}
