package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Rectangle LAPTOP = new Rectangle(0, 0, 1366, 768);

    @Test
    void aWindowGoesRightOfTheImageWhereThereIsRoom() {
        assertEquals(new Rectangle(438, 120, 400, 300), place(400, 300, r(30, 120, 400, 330)));
    }

    @Test
    void elseWhereItCoversNothing() {
        assertEquals(new Rectangle(66, 400, 500, 300), place(500, 300, r(574, 400, 700, 300)));
    }

    @Test
    void itStaysOnTheScreen() {
        Rectangle place = place(900, 700, r(300, 100, 900, 600));
        assertEquals(place, place.intersection(LAPTOP));
    }

    @Test
    void aThirdWindowCoversNeitherOfTwo() {
        assertEquals(
                new Rectangle(816, 100, 200, 300),
                place(200, 300, r(0, 100, 400, 400), r(408, 100, 400, 400)));
    }

    private static Rectangle r(int x, int y, int width, int height) {
        return new Rectangle(x, y, width, height);
    }

    private static Rectangle place(int width, int height, Rectangle... others) {
        return Placement.beside(List.of(others), new Dimension(width, height), LAPTOP);
    }
}
