package sc.fiji.fastsam.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.Drawn;

class LabelingTest {

    private static final Mask LARGE = Drawn.mask(1, 0, "###", "###", "###");
    private static final Mask SMALL = Drawn.mask(2, 1, "##");
    private static final Mask ALONE = Drawn.mask(5, 2, "#");

    private static final Segmentation NESTED =
            Drawn.segmentation(
                    6,
                    3,
                    Drawn.object(0.9, SMALL),
                    Drawn.object(0.8, ALONE),
                    Drawn.object(0.7, LARGE));

    @Test
    void idsFollowTheOrderOfTheObjectsAndTheSmallestIsOnTop() {
        assertEquals(
                "033300 031100 033302", draw(Labeling.of(NESTED, OverlapRule.SMALLEST_ON_TOP)));
    }

    @Test
    void aLargeObjectOfHigherScoreHidesASmallOne() {
        Segmentation s =
                Drawn.segmentation(
                        6,
                        3,
                        Drawn.object(0.9, LARGE),
                        Drawn.object(0.8, SMALL),
                        Drawn.object(0.7, ALONE));
        Labeling labeling = Labeling.of(s, OverlapRule.HIGHEST_SCORE_ON_TOP);
        assertEquals("011100 011100 011102", draw(labeling));
        assertEquals(List.of(s.objects().get(0), s.objects().get(2)), objects(labeling));
    }

    @Test
    void theSmallObjectOfHigherScoreIsOnTop() {
        assertEquals(
                "033300 031100 033302",
                draw(Labeling.of(NESTED, OverlapRule.HIGHEST_SCORE_ON_TOP)));
    }

    @Test
    void anObjectUnderTheLargestLeavesNoGapInTheIdsAndANoteSaysSo() {
        Labeling labeling = Labeling.of(NESTED, OverlapRule.LARGEST_ON_TOP);
        assertEquals("022200 022200 022201", draw(labeling));
        assertEquals(List.of(NESTED.objects().get(1), NESTED.objects().get(2)), objects(labeling));
        assertEquals(
                List.of(
                        new Note(
                                Note.Kind.HIDDEN,
                                "1 object lies entirely under others and got no label")),
                labeling.segmentation().summary().notes());
    }

    @Test
    void ofTwoEqualObjectsTheFirstIsKept() {
        Segmentation s =
                Drawn.segmentation(
                        5, 2, Drawn.object(0.5, SMALL), Drawn.object(0.5, Drawn.mask(2, 1, "##")));
        for (OverlapRule rule : OverlapRule.values()) {
            Labeling labeling = Labeling.of(s, rule);
            assertEquals("00000 00110", draw(labeling), rule.toString());
            assertEquals(s.objects().subList(0, 1), objects(labeling));
        }
    }

    @Test
    void noObjectsGiveAnEmptyImage() {
        Labeling labeling = Labeling.of(Drawn.segmentation(3, 2), OverlapRule.SMALLEST_ON_TOP);
        assertEquals("000 000", draw(labeling));
        assertEquals(0, labeling.count());
    }

    @Test
    void upTo65535ObjectsAre16BitAndOneMoreIsInt() {
        Img<? extends IntegerType<?>> most = LabelImages.create(singlePixels(65535));
        Img<? extends IntegerType<?>> more = LabelImages.create(singlePixels(65536));
        assertInstanceOf(UnsignedShortType.class, most.firstElement());
        assertInstanceOf(IntType.class, more.firstElement());
        assertEquals(65535, most.getAt(254, 255).getInteger());
        assertEquals(65536, more.getAt(255, 255).getInteger());
    }

    @Test
    void theImageIs16BitAgainWhenTheHiddenObjectsAreGone() {
        List<SegmentedObject> objects = new ArrayList<>(singlePixels(65535).objects());
        objects.add(Drawn.object(0.1, Mask.ofRegion(new Region(0, 0, 1, 1))));
        Labeling labeling =
                Labeling.of(
                        Drawn.segmentation(256, 256).withObjects(objects),
                        OverlapRule.HIGHEST_SCORE_ON_TOP);
        assertEquals(65535, labeling.count());
        assertInstanceOf(ShortLabels.class, labeling.raster());
        assertEquals(65535, labeling.labelAt(254, 255));
        assertTrue(labeling.labelAt(255, 255) == 0);
    }

    private static Segmentation singlePixels(int count) {
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(Drawn.object(0.5, Mask.ofRegion(new Region(i % 256, i / 256, 1, 1))));
        }
        return Drawn.segmentation(256, 256).withObjects(objects);
    }

    private static List<SegmentedObject> objects(Labeling labeling) {
        return labeling.segmentation().objects();
    }

    private static String draw(Labeling labeling) {
        StringBuilder text = new StringBuilder();
        int width = labeling.segmentation().size().width();
        for (int i = 0; i < labeling.raster().length(); i++) {
            text.append(i > 0 && i % width == 0 ? " " : "").append(labeling.raster().get(i));
        }
        return text.toString();
    }

    /** As the outer objects of a linked stack, where inner ones have the great ids. */
    @Test
    void aStackIs16BitWhereItsOwnIdsAreSmallThoughOthersWereNot() {
        OverlapRule rule = OverlapRule.SMALLEST_ON_TOP;
        Labeling linked = Labeling.of(NESTED, rule).withIds(List.of(70000, 70001, 5), 70001);
        Labeling outer = linked.only(i -> i == 2, rule);
        var stack = LabelImages.stack(NESTED.size(), 2, 1, (z, t) -> Optional.of(outer));
        assertInstanceOf(UnsignedShortType.class, stack.firstElement());
        assertEquals(5, stack.getAt(2, 1, 1).getInteger());
    }

    /** NB: a pixel right of the plane is no pixel of the next row. */
    @Test
    void pixelsOutsideAreRefused() {
        Labeling labeling = Labeling.of(NESTED, OverlapRule.SMALLEST_ON_TOP);
        assertEquals(3, labeling.labelAt(1, 1));
        for (int[] outside : new int[][] {{7, 0}, {-5, 1}, {1, 3}, {1, -1}}) {
            assertThrows(
                    IllegalArgumentException.class, () -> labeling.labelAt(outside[0], outside[1]));
        }
    }

    @Test
    void labeledPixelsAreCountedOnceWhereMasksOverlap() {
        Segmentation found =
                Drawn.segmentation(
                        2100,
                        3,
                        Drawn.object(0.9, Drawn.mask(1, 0, "###", "#..")),
                        Drawn.object(0.8, Drawn.mask(2, 0, "##", "#.")),
                        Drawn.object(0.7, Drawn.mask(2098, 2, "##")));
        // NB: 3 + 1, then 1 that is new, and 2 in the last of three parts.
        assertEquals(7, Labeling.of(found, OverlapRule.SMALLEST_ON_TOP).labeledPixels());
        assertEquals(7, Labeling.inParts(found, OverlapRule.SMALLEST_ON_TOP).labeledPixels());
    }

    @Test
    void labelsThatArePaintedLaterAreThoseOfARasterAsAnImageToo() {
        Segmentation found =
                Drawn.segmentation(
                        700,
                        5,
                        Drawn.object(0.9, Drawn.mask(510, 1, "####", "#..#")),
                        Drawn.object(0.8, Drawn.mask(512, 2, "##", "#.")));
        var raster = Labeling.of(found, OverlapRule.HIGHEST_SCORE_ON_TOP).toImg();
        var later = Labeling.inParts(found, OverlapRule.HIGHEST_SCORE_ON_TOP).toImg();
        for (int y = 0; y < 5; y++) {
            for (int x = 500; x < 530; x++) {
                assertEquals(
                        raster.getAt(x, y).getInteger(),
                        later.getAt(x, y).getInteger(),
                        x + "," + y);
            }
        }
    }
}
