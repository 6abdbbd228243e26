package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

class InputPlacementTest {

    private final Letterbox letterbox = Letterbox.centered(new Size(16, 10), new Size(32, 32));

    @Test
    void boxesAreClampedToTheirPartOfTheImage() {
        InputPlacement tile = new InputPlacement(letterbox, new Region(100, 50, 16, 10));
        assertEquals(new Box(105, 50, 116, 55), tile.toSource(new Box(10, 0, 40, 16)));
    }

    @Test
    void aPartOfAnotherSizeIsRefused() {
        Region other = new Region(0, 0, 10, 16);
        assertThrows(IllegalArgumentException.class, () -> new InputPlacement(letterbox, other));
    }
}
