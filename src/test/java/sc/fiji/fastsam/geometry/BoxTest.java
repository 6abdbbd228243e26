package sc.fiji.fastsam.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoxTest {

    private static final Box WIDE = new Box(1, 2, 7, 4);
    private static final Box TALL = new Box(5, 1, 9, 11);

    @Test
    void aBoxRoundACenterHasTheGivenSides() {
        assertEquals(new Box(7.5f, 18, 12.5f, 22), Box.ofCenter(10, 20, 5, 4));
        assertEquals(10, Box.ofCenter(10, 20, 5, 4).xCenter());
        assertEquals(20, Box.ofCenter(10, 20, 5, 4).yCenter());
    }

    @Test
    void sidesAndAreaOfAnInsideOutBoxAreZero() {
        Box insideOut = new Box(5, 1, 3, 4);
        assertEquals(0, insideOut.width());
        assertEquals(3, insideOut.height());
        assertEquals(0, insideOut.area());
        assertEquals(0, insideOut.iou(insideOut));
    }

    @Test
    void iouIsCommonAreaOverAreaOfEither() {
        assertEquals(new Box(5, 2, 7, 4), WIDE.intersection(TALL));
        assertEquals(4f / (12 + 40 - 4), WIDE.iou(TALL));
        assertEquals(WIDE.iou(TALL), TALL.iou(WIDE));
        assertEquals(1, TALL.iou(TALL));
    }

    @Test
    void boxesThatOnlyTouchDoNotOverlap() {
        assertEquals(0, new Box(0, 0, 5, 3).iou(new Box(5, 0, 8, 3)));
        assertEquals(0, new Box(0, 0, 5, 3).iou(new Box(20, 30, 25, 33)));
    }

    @Test
    void unionHoldsBoth() {
        assertEquals(new Box(1, 1, 9, 11), WIDE.union(TALL));
    }

    @Test
    void clampingMovesEveryEdgeIntoTheRaster() {
        Size size = new Size(8, 6);
        assertEquals(new Box(0, 0, 8, 6), new Box(-3, -0.5f, 8.5f, 100).clampTo(size));
        assertEquals(0, new Box(9, 1, 12, 3).clampTo(size).area());
    }

    @Test
    void boxesMoveAndGrow() {
        assertEquals(new Box(0.5f, 4, 6.5f, 6), WIDE.translate(-0.5f, 2));
        assertEquals(new Box(0, 1, 8, 5), WIDE.grow(1));
        assertEquals(0, WIDE.grow(-2).area());
    }
}
