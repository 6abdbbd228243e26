package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.testing.Drawn;

class BackgroundTest {

    private static final Size PLANE = new Size(100, 80);

    /** A plane with a hole of 60 x 40, or all of it but a rim. */
    private static final SegmentedObject AROUND = without(new Region(20, 20, 60, 40));

    private static final SegmentedObject FIELD = block(1, 1, 98, 78);

    @Test
    void whatCoversThePlanesMarginIsLeftOut() {
        SegmentedObject cell = block(30, 30, 20, 20);
        assertEquals(List.of(cell), Background.leftOut(List.of(AROUND, cell, FIELD), PLANE));
    }

    @Test
    void objectsThatReachSomeOfTheSidesStay() {
        List<SegmentedObject> objects =
                List.of(
                        block(5, 5, 90, 70),
                        block(0, 0, 100, 30),
                        block(0, 0, 60, 50),
                        block(40, 0, 20, 80));
        assertEquals(objects, Background.leftOut(objects, PLANE));
    }

    @Test
    void ofAPlaneThatIsAllMarginSmallObjectsStay() {
        List<SegmentedObject> one = List.of(block(0, 0, 1, 1));
        assertEquals(one, Background.leftOut(one, new Size(3, 1)));
        assertEquals(List.of(), Background.leftOut(one, new Size(1, 1)));
    }

    private static SegmentedObject without(Region hole) {
        Mask all = Mask.ofRegion(Region.of(PLANE));
        return Drawn.object(0.5, all.minus(Mask.ofRegion(hole)));
    }

    private static SegmentedObject block(int x, int y, int width, int height) {
        return Drawn.object(0.5, Mask.ofRegion(new Region(x, y, width, height)));
    }
}
