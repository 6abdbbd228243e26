package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class ObjectColorsTest {

    @Test
    void everyColorShowsOnBlackOnWhiteAndOnGray() {
        Set<Color> colors = new HashSet<>();
        for (int label = 1; label <= 255; label++) {
            Color color = ObjectColors.byLabel(255).of(label);
            double[] lab = LabColor.of(color.getRGB() & 0xffffff);
            assertTrue(lab[0] >= 50 && lab[0] <= 85, color + ": lightness " + lab[0]);
            assertTrue(Math.hypot(lab[1], lab[2]) >= 55, color + " is grayish");
            colors.add(color);
        }
        assertEquals(64, colors.size());
    }

    @Test
    void anObjectKeepsItsColorWhenWorseOnesCome() {
        List<SegmentedObject> more = grid(100, 20);
        List<SegmentedObject> few = more.subList(0, 9);
        for (int label = 1; label <= 9; label++) {
            assertEquals(ObjectColors.byPlace(few).of(label), ObjectColors.byPlace(more).of(label));
        }
    }

    @Test
    void anObjectKeepsItsColorWhenItsNumberChanges() {
        List<SegmentedObject> all = grid(100, 20);
        List<SegmentedObject> without = new ArrayList<>(all);
        without.remove(0);
        int same = 0;
        for (int label = 1; label <= 99; label++) {
            Color before = ObjectColors.byPlace(all).of(label + 1);
            same += before.equals(ObjectColors.byPlace(without).of(label)) ? 1 : 0;
        }
        assertTrue(same >= 97, "same: " + same);
    }

    @Test
    void neighborsNeverShareAColor() {
        int side = 50;
        ObjectColors colors = ObjectColors.byPlace(grid(side * side, 7));
        for (int i = 0; i < side * side; i++) {
            if (i % side > 0) {
                assertNotEquals(colors.of(i), colors.of(i + 1), "label " + i);
            }
            if (i >= side) {
                assertNotEquals(colors.of(i + 1 - side), colors.of(i + 1), "label " + i);
            }
        }
    }

    @Test
    void anObjectOfAStackHasTheColorOfItsFirstPlane() {
        SegmentedObject first = Drawn.object(0.9, Mask.ofRegion(new Region(3, 4, 9, 9)));
        SegmentedObject moved = Drawn.object(0.9, Mask.ofRegion(new Region(70, 80, 9, 9)));
        ObjectColors colors = ObjectColors.byPlace(List.of(first, moved), List.of(7, 7));
        assertEquals(ObjectColors.byPlace(List.of(first)).of(1), colors.of(7));
    }

    @Test
    void aSmallMoveKeepsTheColorAndItGoesByPlaceAlone() {
        Color color = ObjectColors.byPlace(List.of(at(34, 34))).of(1);
        assertEquals(color, ObjectColors.byPlace(List.of(at(36, 35))).of(1));
        assertNotEquals(color, ObjectColors.byPlace(List.of(at(134, 34))).of(1));
    }

    private static SegmentedObject at(int x, int y) {
        return Drawn.object(0.9, Mask.ofRegion(new Region(x, y, 10, 10)));
    }

    /** Squares in rows, a pixel apart, whose sides are given with that pixel. */
    private static List<SegmentedObject> grid(int count, int pitch) {
        int side = (int) Math.ceil(Math.sqrt(count));
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Region place = new Region(i % side * pitch, i / side * pitch, pitch - 1, pitch - 1);
            objects.add(Drawn.object(1 - i * 1e-4, Mask.ofRegion(place)));
        }
        return objects;
    }
}
