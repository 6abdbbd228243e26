package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectPickerToolTest {

    private static Optional<Rectangle2D> box(double x0, double y0, double x1, double y1) {
        return ObjectPickerTool.box(
                new Point2D.Double(x0, y0),
                new Point2D.Double(x1, y1),
                new Rectangle2D.Double(0, 0, 60, 50));
    }

    @Test
    void aBoxIsDraggedFromAnyCornerAndEndsWithTheImage() {
        Optional<Rectangle2D> expected = Optional.of(new Rectangle2D.Double(0, 5.5, 10, 44.5));
        assertEquals(expected, box(10, 5.5, -3, 70));
        assertEquals(expected, box(0, 50, 10, 5.5));
    }

    @Test
    void aLineIsNoBox() {
        assertEquals(Optional.empty(), box(10, 5, 10, 30));
        assertEquals(Optional.empty(), box(0, 5, -8, 30));
    }
}
