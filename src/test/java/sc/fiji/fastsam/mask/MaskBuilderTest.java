package sc.fiji.fastsam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.testing.Drawn;

class MaskBuilderTest {

    private final MaskBuilder builder = new MaskBuilder(new Region(60, -1, 10, 4));

    @Test
    void pixelsOutsideOfTheRegionAreIgnored() {
        builder.add(59, 0);
        builder.add(70, 0);
        builder.add(65, 3);
        builder.addRun(3, 0, 100);
        builder.addRun(0, 70, 100);
        builder.addRun(0, 66, 66);
        assertTrue(builder.toMask().isEmpty());
    }

    @Test
    void runsAreCutToTheRegion() {
        builder.addRun(0, -500, 500);
        assertEquals(new Region(60, 0, 10, 1), builder.toMask().bounds());
    }

    @Test
    void theMaskIsTrimmedToItsPixels() {
        builder.add(64, 1);
        builder.add(62, 2);
        assertEquals(Drawn.mask(62, 1, "..#", "#.."), builder.toMask());
    }

    @Test
    void masksThatReachOutsideAreCutToTheRegion() {
        builder.add(Mask.ofRegion(new Region(0, 0, 200, 2)));
        builder.remove(Mask.ofRegion(new Region(63, -5, 2, 6)));
        assertEquals(Drawn.mask(60, 0, "###..#####", "##########"), builder.toMask());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 65, 126, 127, 128, -1, -63, -64, -65})
    void aSinglePixelStandsWhereItWasSet(int x) {
        MaskBuilder wide = new MaskBuilder(new Region(-200, 5, 400, 3));
        wide.add(x, 6);
        assertEquals(new Region(x, 6, 1, 1), wide.toMask().bounds());
        assertEquals(1, wide.toMask().area());
        assertTrue(wide.toMask().contains(x, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129})
    void aRunOfAnyLengthIsSetWhole(int length) {
        for (int x = -130; x < 66; x++) {
            MaskBuilder wide = new MaskBuilder(new Region(-200, 5, 500, 3));
            wide.addRun(7, x, x + length);
            assertEquals(new Region(x, 7, length, 1), wide.toMask().bounds());
            assertEquals(length, wide.toMask().area());
        }
    }
}
