package sc.fiji.fastsam.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.IntegerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.Drawn;

/** Labels, at once and in parts, against every pixel looked at by itself. */
class LabelsByPixelTest {

    /** Three by two squares of 512, the outer ones smaller. */
    private static final Size PLANE = new Size(1100, 530);

    private final Random random = new Random(5);
    private final List<SegmentedObject> objects = new ArrayList<>();

    /** Large and small ones, some right under others, with few scores. */
    private Segmentation many() {
        for (int i = 0; i < 60; i++) {
            int width = 1 + random.nextInt(1 << random.nextInt(10));
            int height = 1 + random.nextInt(1 << random.nextInt(9));
            int x = random.nextInt(PLANE.width() - width);
            int y = random.nextInt(PLANE.height() - height);
            Mask mask = Mask.ofRegion(new Region(x, y, width, height));
            add(width > 3 ? mask.minus(Mask.ofRegion(new Region(x + 1, y, 1, 3))) : mask);
            if (i % 6 == 0) {
                Mask left = mask.crop(new Region(x, y, width / 2 + 1, height));
                add(left);
                add(mask.minus(left).union(Mask.ofRegion(new Region(x, y, 1, 1))));
            }
        }
        return new Segmentation(PLANE, objects, Drawn.summary(objects.size()));
    }

    private void add(Mask mask) {
        objects.add(Drawn.object(random.nextInt(4) / 4.0 + 0.1, mask));
    }

    private boolean isAbove(int one, int other, OverlapRule rule) {
        SegmentedObject a = objects.get(one);
        SegmentedObject b = objects.get(other);
        double above =
                switch (rule) {
                    case SMALLEST_ON_TOP -> b.mask().area() - a.mask().area();
                    case LARGEST_ON_TOP -> a.mask().area() - b.mask().area();
                    case HIGHEST_SCORE_ON_TOP -> a.score() - b.score();
                };
        return above == 0 ? one < other : above > 0;
    }

    /** Places of the objects on top, -1 = none. */
    private int[] tops(OverlapRule rule, IntPredicate wanted) {
        int[] tops = new int[(int) PLANE.area()];
        int[] places = IntStream.range(0, objects.size()).filter(wanted).toArray();
        for (int p = 0; p < tops.length; p++) {
            tops[p] = -1;
            for (int i : places) {
                Mask mask = objects.get(i).mask();
                if (mask.contains(p % PLANE.width(), p / PLANE.width())
                        && (tops[p] < 0 || isAbove(i, tops[p], rule))) {
                    tops[p] = i;
                }
            }
        }
        return tops;
    }

    private static TreeSet<Integer> seen(int[] tops) {
        TreeSet<Integer> seen = new TreeSet<>();
        for (int top : tops) {
            if (top >= 0) {
                seen.add(top);
            }
        }
        return seen;
    }

    private static int[] ids(int[] tops, List<Integer> ofObjects) {
        int[] ids = new int[tops.length];
        for (int p = 0; p < ids.length; p++) {
            ids[p] = tops[p] < 0 ? 0 : ofObjects.get(tops[p]);
        }
        return ids;
    }

    @ParameterizedTest
    @EnumSource(OverlapRule.class)
    void eachPixelHasTheIdOfTheObjectOnTop(OverlapRule rule) {
        Segmentation many = many();
        int[] tops = tops(rule, i -> true);
        List<Integer> seen = new ArrayList<>(seen(tops));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(seen.indexOf(i) + 1);
        }
        int[] ids = ids(tops, places);
        int hidden = objects.size() - seen.size();
        assertTrue(hidden > 1, "" + hidden);
        assertFalse(Labeling.of(many, rule).isPaintedLater());
        assertTrue(Labeling.inParts(many, rule).isPaintedLater());
        for (Labeling labeling : List.of(Labeling.of(many, rule), Labeling.inParts(many, rule))) {
            assertEquals(
                    seen.stream().map(objects::get).toList(), labeling.segmentation().objects());
            assertEquals(
                    hidden + " objects lie entirely under others and got no label",
                    labeling.segmentation().summary().notes().get(0).text());
            assertArrayEquals(ids, labeling.raster().toInts());
            assertParts(ids, labeling);
            List<Integer> linked = seen.stream().map(i -> 70_000 - i).toList();
            Labeling other = labeling.withIds(linked, 70_000);
            assertEquals(70_000 - seen.get(0), other.maxId());
            assertArrayEquals(ids(tops, idsByPlace(i -> true)), other.raster().toInts());
            assertSome(other, rule, seen);
        }
    }

    /** 70 000 less the place. */
    private List<Integer> idsByPlace(IntPredicate wanted) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            ids.add(wanted.test(i) ? 70_000 - i : 0);
        }
        return ids;
    }

    /** Of those that were seen, every second one, painted without the rest. */
    private void assertSome(Labeling labeling, OverlapRule rule, List<Integer> seen) {
        IntPredicate wanted = i -> seen.indexOf(i) % 2 == 0 && seen.contains(i);
        int[] tops = tops(rule, wanted);
        Labeling some = labeling.only(i -> i % 2 == 0, rule);
        assertArrayEquals(ids(tops, idsByPlace(wanted)), some.raster().toInts());
        assertEquals(seen(tops).stream().map(i -> 70_000 - i).toList(), some.ids());
        assertEquals(labeling.isPaintedLater(), some.isPaintedLater());
    }

    private void assertParts(int[] ids, Labeling labeling) {
        for (int n = 0; n < 200; n++) {
            int width = 1 + random.nextInt(n % 2 == 0 ? 40 : 700);
            int height = 1 + random.nextInt(n % 2 == 0 ? 40 : 500);
            int x0 = random.nextInt(PLANE.width() - width + 1);
            int y0 = random.nextInt(PLANE.height() - height + 1);
            LabelRaster part = labeling.labels().read(new Region(x0, y0, width, height));
            for (int p = 0; p < width * height; p++) {
                int x = x0 + p % width;
                int y = y0 + p / width;
                if (ids[y * PLANE.width() + x] != part.get(p)) {
                    assertEquals(ids[y * PLANE.width() + x], part.get(p), x + ", " + y);
                }
            }
        }
    }

    @Test
    void aStackHasItsSlicesBeforeItsFramesPaintedAtOnceOrLater() {
        for (int most : new int[] {9, 70_000}) {
            for (boolean later : new boolean[] {false, true}) {
                Img<? extends IntegerType<?>> stack =
                        LabelImages.stack(
                                new Size(600, 4), 3, 2, (z, t) -> plane(z, t, most, later));
                assertEquals(4, stack.numDimensions());
                for (int z = 0; z < 3; z++) {
                    for (int t = 0; t < 2; t++) {
                        boolean there = z != 1 || t != 1;
                        int id = most == 9 ? 1 : most - 10 * z - t;
                        assertEquals(there ? id : 0, at(stack, 550 + 10 * z + t, 2, z, t));
                        assertEquals(0, at(stack, 540, 2, z, t));
                    }
                }
                assertEquals(later, stack instanceof LazyCellImg);
            }
        }
    }

    private static int at(Img<? extends IntegerType<?>> stack, int... position) {
        var access = stack.randomAccess();
        access.setPosition(position);
        return access.get().getInteger();
    }

    /** An object of one pixel, but for the second slice of the second frame. */
    private static Optional<Labeling> plane(int slice, int frame, int most, boolean later) {
        int place = 10 * (slice - 1) + frame - 1;
        Segmentation found =
                Drawn.segmentation(600, 4, Drawn.object(0.5, Drawn.mask(550 + place, 2, "#")));
        OverlapRule rule = OverlapRule.SMALLEST_ON_TOP;
        Labeling labeling = later ? Labeling.inParts(found, rule) : Labeling.of(found, rule);
        return place == 11
                ? Optional.empty()
                : Optional.of(most == 9 ? labeling : labeling.withIds(List.of(most - place), most));
    }
}
