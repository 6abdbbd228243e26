package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;

class SmallOutlinesTest {

    private static final int RED = 0xff0000;

    @Test
    void anEdgeBetweenTwoPixelsCoversHalfOfEach() {
        SmallOutlines small = of(new Size(9, 8), new Size(9, 8));
        small.draw(Mask.ofRegion(new Region(2, 1, 5, 6)), RED);
        assertEquals(0x000000, at(small, 0, 4));
        assertEquals(0x800000, at(small, 1, 4));
        assertEquals(0x800000, at(small, 2, 4));
        assertEquals(0x000000, at(small, 3, 4));
        assertEquals(0x800000, at(small, 4, 0));
        assertEquals(0x800000, at(small, 4, 1));
    }

    @Test
    void anEdgeInTheMiddleOfAPixelOfTheSmallerPictureIsThatPixel() {
        SmallOutlines small = of(new Size(9, 8), new Size(18, 16));
        small.draw(Mask.ofRegion(new Region(5, 3, 8, 10)), RED);
        assertEquals(0x000000, at(small, 1, 4));
        assertEquals(0xff0000, at(small, 2, 4));
        assertEquals(0x000000, at(small, 3, 4));
        assertEquals(0xff0000, at(small, 4, 1));
        assertEquals(0xff0000, at(small, 4, 6));
        assertEquals(0xff0000, at(small, 6, 4));
    }

    @Test
    void anObjectSmallerThanAPixelIsStillSeen() {
        SmallOutlines small = of(new Size(9, 8), new Size(900, 800));
        small.draw(Mask.ofRegion(new Region(150, 250, 1, 1)), RED);
        assertTrue(at(small, 1, 2) >> 16 > 0xf0, Integer.toHexString(at(small, 1, 2)));
    }

    @Test
    void outlinesOverTheEdgeAreCutAndLaterOnesLieAbove() {
        SmallOutlines small = of(new Size(9, 8), new Size(18, 16));
        small.draw(Mask.ofRegion(new Region(0, 0, 18, 16)), RED);
        small.draw(Mask.ofRegion(new Region(5, 3, 8, 10)), 0x00ff00);
        small.draw(Mask.ofRegion(new Region(5, 3, 8, 10)), 0x0000ff);
        assertEquals(0x800000, at(small, 0, 4));
        assertEquals(0x0000ff, at(small, 2, 4));
        small = of(new Size(9, 8), new Size(18, 16));
        small.draw(Mask.ofRegion(new Region(5, 3, 8, 10)), RED);
        small.draw(Mask.ofRegion(new Region(9, 7, 6, 6)), 0x0000ff);
        assertEquals(RED, at(small, 6, 4));
        assertEquals(0x0000ff, at(small, 4, 4));
        assertEquals(0x0000ff, at(small, 6, 6));
    }

    private static SmallOutlines of(Size size, Size image) {
        return new SmallOutlines(new int[size.width() * size.height()], size, image);
    }

    private static int at(SmallOutlines small, int x, int y) {
        return small.rgb()[y * 9 + x];
    }
}
