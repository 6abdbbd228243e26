package sc.fiji.fastsam.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SizeTest {

    @Test
    void widthComesFirst() {
        Size size = new Size(7, 3);
        assertEquals("7 x 3", size.toString());
        assertEquals(7, size.longSide());
        assertEquals(9, new Size(2, 9).longSide());
    }

    @Test
    void areaIsCountedInLongs() {
        assertEquals(10_000_000_000L, new Size(100_000, 100_000).area());
    }

    @Test
    void anEmptyRasterHasNoSize() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Size(5, 0));
        assertEquals("A size must be at least 1 x 1, but was 5 x 0.", e.getMessage());
    }
}
