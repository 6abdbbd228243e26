package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

class RingsTest {

    private static final Size PLANE = new Size(40, 30);

    @Test
    void aRingHasThePixelsInReachOfThoseOfTheObject() {
        Mask ring = Rings.of(List.of(object(10, 10, 1, 1)), PLANE, 2).get(0);

        // Of 5 x 5 pixels without the corners and the object's own.
        assertEquals(12, ring.area());
        assertTrue(ring.contains(12, 10) && ring.contains(11, 9) && ring.contains(10, 8));
        assertFalse(ring.contains(12, 9) || ring.contains(10, 10) || ring.contains(13, 10));
    }

    @Test
    void aRingEndsAtTheBorderOfThePlane() {
        Mask ring = Rings.of(List.of(object(0, 0, 3, 3)), PLANE, 1).get(0);

        assertEquals(6, ring.area());
        assertEquals(new Region(0, 0, 4, 4), ring.bounds());
    }

    @Test
    void neighborsShareWhatLiesBetweenThemByDistance() {
        List<SegmentedObject> objects = List.of(object(20, 10, 4, 4), object(13, 10, 4, 4));
        List<Mask> rings = Rings.of(objects, PLANE, 3);

        // Columns 17, 18, 19 lie between: the middle one goes to the left object, whatever its
        // score.
        assertTrue(rings.get(1).contains(17, 11) && rings.get(1).contains(18, 11));
        assertTrue(rings.get(0).contains(19, 11));
        assertEquals(0, rings.get(0).intersectionArea(rings.get(1)));
        for (SegmentedObject object : objects) {
            assertEquals(0, rings.get(0).intersectionArea(object.mask()));
        }
    }

    @Test
    void anObjectWithoutGroundAroundHasAnEmptyRing() {
        List<SegmentedObject> objects =
                List.of(
                        object(5, 5, 2, 2),
                        object(3, 3, 6, 2),
                        object(3, 7, 6, 2),
                        object(3, 5, 2, 2),
                        object(7, 5, 2, 2));

        assertTrue(Rings.of(objects, PLANE, 2).get(0).isEmpty());
    }

    @Test
    void theRingOfAnObjectInAnotherStaysInIt() {
        SegmentedObject cell = object(5, 5, 12, 12);
        SegmentedObject nucleus = object(6, 9, 4, 4);
        SegmentedObject other = object(18, 5, 4, 12);
        List<Mask> rings = Rings.of(List.of(nucleus, other, cell), PLANE, 3);

        Mask expected = Rings.of(List.of(nucleus), PLANE, 3).get(0).intersection(cell.mask());
        assertEquals(expected, rings.get(0));
        assertFalse(rings.get(0).contains(4, 10));
        assertEquals(Rings.of(List.of(other, cell), PLANE, 3), List.of(rings.get(1), rings.get(2)));
    }

    @Test
    void nucleiOfOneCellShareItsGround() {
        SegmentedObject cell = object(4, 4, 20, 12);
        List<SegmentedObject> nuclei = List.of(object(7, 8, 3, 3), object(14, 8, 3, 3));
        List<Mask> rings = Rings.of(List.of(nuclei.get(0), nuclei.get(1), cell), PLANE, 30);

        Mask together = rings.get(0).union(rings.get(1));
        Mask ground = cell.mask().minus(nuclei.get(0).mask()).minus(nuclei.get(1).mask());
        assertEquals(ground, together);
        assertEquals(0, rings.get(0).intersectionArea(rings.get(1)));
    }

    /** NB: a raster round each would have 25 kB, and there are 2500. */
    @Test
    void wideRingsOfManyObjectsTakeLittleMemory() {
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < 50 * 50; i++) {
            objects.add(object(10 * (i % 50), 10 * (i / 50), 2, 2));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        List<Mask> rings = Rings.of(objects, new Size(500, 500), 200);
        assertTrue(threads.getThreadAllocatedBytes(thread) - before < 20_000_000);
        assertEquals(500 * 500, rings.stream().mapToLong(Mask::area).sum() + 2500 * 4);
    }

    /** Over tiles, in planes larger than one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 17})
    void ringsAreThoseOfEveryPixelLookedAtByItself(int width) {
        Size plane = new Size(1100, 530);
        Random random = new Random(width);
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int side = 2 + random.nextInt(14);
            int x = random.nextInt(plane.width() - side);
            int y = random.nextInt(plane.height() - side);
            objects.add(object(x, y, side, 1 + random.nextInt(side)));
        }
        objects.removeIf(o -> objects.stream().anyMatch(p -> p != o && overlap(o, p)));

        List<Mask> rings = Rings.of(objects, plane, width);

        for (int y = 0; y < plane.height(); y += 3) {
            for (int x = 0; x < plane.width(); x++) {
                int expected = nearest(objects, x, y, width);
                for (int i = 0; i < rings.size(); i++) {
                    boolean inRing = rings.get(i).contains(x, y);
                    assertEquals(i == expected, inRing, i + " at " + x + ", " + y);
                }
            }
        }
    }

    /** Objects in others, some in several and some of which overlap, pixel by pixel. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void ringsOfObjectsInOthersAreThoseOfEveryPixelToo(int width) {
        Size plane = new Size(130, 100);
        Region all = Region.of(plane);
        int[] rings = {0, 0};
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            List<SegmentedObject> objects = new ArrayList<>();
            for (int side = 48; side > 1; side /= 2) {
                for (int i = 0; i < 150 / side; i++) {
                    int x = random.nextInt(plane.width() - side);
                    int y = random.nextInt(plane.height() - side);
                    objects.add(object(x, y, side, side - random.nextInt(side / 3 + 1)));
                }
            }
            Collections.shuffle(objects, random);
            Nesting nesting = Nesting.of(objects, 0);
            List<Mask> found = Rings.of(objects, plane, width);
            for (int parent = Nesting.NONE; parent < objects.size(); parent++) {
                int[] owners = owners(objects, nesting, parent, plane);
                if (Arrays.stream(owners).allMatch(owner -> owner < 0)) {
                    continue;
                }
                Mask ground = ground(objects, nesting, parent, all);
                List<MaskBuilder> expected =
                        objects.stream().map(o -> new MaskBuilder(all)).toList();
                for (int p = 0; p < owners.length; p++) {
                    int x = p % plane.width();
                    int y = p / plane.width();
                    if (ground.contains(x, y)) {
                        int owner = nearest(owners, plane, x, y, width);
                        if (owner >= 0) {
                            expected.get(owner).add(x, y);
                        }
                    }
                }
                for (int i = 0; i < objects.size(); i++) {
                    if (nesting.parent(i) == parent) {
                        Mask ring = expected.get(i).toMask();
                        assertEquals(ring, found.get(i), seed + ": object " + i);
                        rings[parent == Nesting.NONE ? 0 : 1] += ring.isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        assertTrue(rings[0] > 60 && rings[1] > 60, rings[0] + " and " + rings[1]);
    }

    /** Of pixels of objects in a parent the best of these, else -1. */
    private static int[] owners(
            List<SegmentedObject> objects, Nesting nesting, int parent, Size plane) {
        int[] owners = new int[(int) plane.area()];
        Arrays.fill(owners, -1);
        for (int i = objects.size() - 1; i >= 0; i--) {
            int owner = i;
            if (nesting.parent(i) == parent) {
                objects.get(i)
                        .mask()
                        .forEachRun(
                                (y, x0, x1) ->
                                        Arrays.fill(
                                                owners,
                                                y * plane.width() + x0,
                                                y * plane.width() + x1,
                                                owner));
            }
        }
        return owners;
    }

    /** The parent without all objects but those that it is in itself. */
    private static Mask ground(
            List<SegmentedObject> objects, Nesting nesting, int parent, Region plane) {
        MaskBuilder ground = new MaskBuilder(plane);
        ground.add(parent < 0 ? Mask.ofRegion(plane) : objects.get(parent).mask());
        Set<Integer> holders = new HashSet<>();
        for (int i = parent; i != Nesting.NONE; i = nesting.parent(i)) {
            holders.add(i);
        }
        for (int i = 0; i < objects.size(); i++) {
            if (!holders.contains(i)) {
                ground.remove(objects.get(i).mask());
            }
        }
        return ground.toMask();
    }

    private static int nearest(int[] owners, Size plane, int x, int y, int width) {
        int owner = -1;
        int least = width * width + 1;
        for (int u = Math.max(0, x - width); u <= Math.min(plane.width() - 1, x + width); u++) {
            for (int v = Math.max(0, y - width);
                    v <= Math.min(plane.height() - 1, y + width);
                    v++) {
                int squared = (u - x) * (u - x) + (v - y) * (v - y);
                if (owners[v * plane.width() + u] >= 0 && squared < least) {
                    least = squared;
                    owner = owners[v * plane.width() + u];
                }
            }
        }
        return owner;
    }

    private static boolean overlap(SegmentedObject a, SegmentedObject b) {
        return a.mask().intersectionArea(b.mask()) > 0;
    }

    /**
     * By way of the nearest pixel of each object; -1 of none, or where the pixel is an object's.
     */
    private static int nearest(List<SegmentedObject> objects, int x, int y, int width) {
        int best = -1;
        int[] least = {width * width + 1, 0, 0};
        for (int i = 0; i < objects.size(); i++) {
            Region box = objects.get(i).mask().bounds();
            int nearX = Math.max(box.x(), Math.min(x, box.xEnd() - 1));
            int nearY = Math.max(box.y(), Math.min(y, box.yEnd() - 1));
            int squared = (nearX - x) * (nearX - x) + (nearY - y) * (nearY - y);
            if (squared == 0) {
                return -1;
            }
            boolean first = nearX < least[1] || nearX == least[1] && nearY < least[2];
            if (squared < least[0] || squared == least[0] && best >= 0 && first) {
                least = new int[] {squared, nearX, nearY};
                best = i;
            }
        }
        return best;
    }

    private static SegmentedObject object(int x, int y, int width, int height) {
        Region region = new Region(x, y, width, height);
        return new SegmentedObject(Mask.ofRegion(region), region.toBox(), 0.9f);
    }
}
