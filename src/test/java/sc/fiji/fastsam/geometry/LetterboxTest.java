package sc.fiji.fastsam.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LetterboxTest {

    @Test
    void aPortraitImageIsPaddedLeftAndRight() {
        Letterbox l = Letterbox.centered(new Size(150, 256), new Size(320, 320));
        assertEquals(new Size(188, 320), l.content());
        assertEquals(66, l.padLeft());
        assertEquals(0, l.padTop());
        assertEquals(188 / 150.0, l.gainX());
        assertEquals(1.25, l.gainY());
    }

    @Test
    void aLandscapeImageIsPaddedAboveAndBelow() {
        Letterbox l = Letterbox.centered(new Size(400, 100), new Size(320, 320));
        assertEquals(new Size(320, 80), l.content());
        assertEquals(0, l.padLeft());
        assertEquals(120, l.padTop());
    }

    @Test
    void halfPixelsOfTheContentGoToTheEvenNumber() {
        assertEquals(
                262, Letterbox.centered(new Size(512, 300), new Size(448, 448)).content().height());
        assertEquals(
                188, Letterbox.centered(new Size(150, 256), new Size(320, 320)).content().width());
    }

    @Test
    void anOddPaddingHasItsOddPixelRightAndBelow() {
        assertEquals(13, Letterbox.centered(new Size(5, 32), new Size(32, 32)).padLeft());
        assertEquals(13, Letterbox.centered(new Size(32, 5), new Size(32, 32)).padTop());
    }

    @Test
    void aScaledImageIsPaddedToTheStride() {
        Letterbox l = Letterbox.scaledBy(new Size(100, 60), 1.5, 32);
        assertEquals(new Size(150, 90), l.content());
        assertEquals(new Size(160, 96), l.network());
        assertEquals(5, l.padLeft());
        assertEquals(3, l.padTop());
        assertEquals(new Size(64, 96), Letterbox.scaledBy(new Size(32, 48), 2, 32).network());
    }

    @Test
    void anImageOfOnePixelStaysOne() {
        Letterbox l = Letterbox.centered(new Size(5000, 1), new Size(640, 640));
        assertEquals(new Size(640, 1), l.content());
    }

    @Test
    void boxesComeBackFromTheNetwork() {
        Letterbox l = Letterbox.centered(new Size(32, 16), new Size(64, 64));
        assertEquals(new Box(8, 2, 16.5f, 16), l.toSource(new Box(16, 20, 33, 48)));
        assertEquals(-8, l.toSource(new Box(0, 0, 64, 64)).y0());
        Letterbox upright = Letterbox.centered(new Size(16, 32), new Size(64, 64));
        assertEquals(new Box(2, 8, 16, 16.5f), upright.toSource(new Box(20, 16, 48, 33)));
    }

    @Test
    void contentBeyondTheInputIsRefused() {
        Size size = new Size(10, 10);
        assertThrows(IllegalArgumentException.class, () -> new Letterbox(size, size, size, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Letterbox(size, size, size, 0, -1));
    }
}
