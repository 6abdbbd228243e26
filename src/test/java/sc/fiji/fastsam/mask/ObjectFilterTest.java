package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.ObjectLimits;
import sc.fiji.fastsam.testing.Drawn;

class ObjectFilterTest {

    private static final Size PLANE = new Size(50, 30);
    private static final SegmentedObject SIX = block(1, 1, 3, 2);
    private static final SegmentedObject TWENTY = block(20, 1, 5, 4);
    private static final SegmentedObject ALL = block(1, 1, 48, 28);
    private static final List<SegmentedObject> OBJECTS = List.of(TWENTY, SIX, ALL);

    @Test
    void areasWithinTheLimitsStayTheLimitsIncluded() {
        assertEquals(List.of(TWENTY, SIX), filter(6, 20));
        assertEquals(List.of(TWENTY), filter(6.5, 20));
        assertEquals(List.of(SIX), filter(0, 19.9));
    }

    @Test
    void aGreatestAreaOfZeroIsNoLimit() {
        assertEquals(OBJECTS, filter(0, 0));
    }

    @Test
    void objectsOnTheOutermostPixelsAreExcludedOnAllFourSides() {
        List<SegmentedObject> touching =
                List.of(
                        block(0, 5, 3, 3),
                        block(5, 0, 3, 3),
                        block(47, 5, 3, 3),
                        block(5, 27, 3, 3));
        ObjectLimits exclude = new ObjectLimits(0, 0, true);
        assertEquals(List.of(), ObjectFilter.filter(touching, PLANE, exclude));
        ObjectLimits none = new ObjectLimits(0, 0, false);
        assertEquals(touching, ObjectFilter.filter(touching, PLANE, none));
        assertEquals(OBJECTS, ObjectFilter.filter(OBJECTS, PLANE, exclude));
    }

    private static List<SegmentedObject> filter(double minArea, double maxArea) {
        return ObjectFilter.filter(OBJECTS, PLANE, new ObjectLimits(minArea, maxArea, false));
    }

    private static SegmentedObject block(int x, int y, int width, int height) {
        return Drawn.object(0.5, Mask.ofRegion(new Region(x, y, width, height)));
    }
}
