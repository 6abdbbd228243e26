package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;

class PlaneReaderTest {

    private static final InputSettings EXTREMES = new InputSettings(Contrast.PERCENTILES, 0, 100);

    @Test
    void grayValuesAreReadRowByRowWithXFastest() {
        RgbImage planes =
                PlaneReader.read(ArrayImgs.floats(new float[] {0, 1, 2, 3, 4, 10}, 3, 2), EXTREMES);
        assertEquals(new Size(3, 2), planes.size());
        assertArrayEquals(new float[] {0, .1f, .2f, .3f, .4f, 1}, planes.red(), 1e-6f);
        assertTrue(planes.isGray());
    }

    @Test
    void anIntervalMayBeginAnywhere() {
        RandomAccessibleInterval<UnsignedShortType> image =
                ArrayImgs.unsignedShorts(new short[] {9, 9, 9, 9, 0, 5, 9, 10, 20, 9, 9, 9}, 3, 4);
        RandomAccessibleInterval<UnsignedShortType> part =
                Views.interval(
                        Views.translate(image, -7, 100), Intervals.createMinMax(-6, 101, -5, 102));
        RgbImage planes = PlaneReader.read(part, EXTREMES);
        assertEquals(new Size(2, 2), planes.size());
        assertArrayEquals(new float[] {0, .25f, .5f, 1}, planes.red(), 1e-6f);
    }

    @Test
    void packedColorsKeepTheirValues() {
        RgbImage planes =
                PlaneReader.read(
                        ArrayImgs.argbs(new int[] {0xff336699, 0x00ffff00}, 2, 1), EXTREMES);
        assertArrayEquals(new float[] {.2f, 1}, planes.red(), 1e-6f);
        assertArrayEquals(new float[] {.4f, 1}, planes.green(), 1e-6f);
        assertArrayEquals(new float[] {.6f, 0}, planes.blue(), 1e-6f);
        for (int color : new int[] {0x330000, 0x003300, 0x000033}) {
            planes = PlaneReader.read(ArrayImgs.argbs(new int[] {0, color}, 2, 1), EXTREMES);
            assertFalse(planes.isGray(), Integer.toHexString(color));
            assertEquals(color == 0x330000 ? .2f : 0, planes.red()[1]);
            assertEquals(color == 0x003300 ? .2f : 0, planes.green()[1]);
            assertEquals(color == 0x000033 ? .2f : 0, planes.blue()[1]);
        }
    }

    @Test
    void packedGraysAreStretched() {
        RgbImage planes =
                PlaneReader.read(
                        ArrayImgs.argbs(new int[] {0xff0a0a0a, 0x001e1e1e, 0xff141414}, 3, 1),
                        EXTREMES);
        assertArrayEquals(new float[] {0, 1, .5f}, planes.red(), 1e-6f);
        assertTrue(planes.isGray());
    }

    @Test
    void contrastTypeTakesTheWholeRangeOfAnIntegerType() {
        RgbImage planes =
                PlaneReader.read(
                        ArrayImgs.unsignedBytes(new byte[] {51, 102}, 2, 1),
                        new InputSettings(Contrast.TYPE, 0, 100));
        assertArrayEquals(new float[] {.2f, .4f}, planes.red(), 1e-6f);
        InputSettings ofType = new InputSettings(Contrast.TYPE, 0, 50);
        planes = PlaneReader.read(ArrayImgs.argbs(new int[] {0x333333, 0x666666}, 2, 1), ofType);
        assertArrayEquals(new float[] {.2f, .4f}, planes.red(), 1e-6f);
        // NB: a type without limits has those of its values.
        float[] values = {3, Float.NaN, 5, Float.NEGATIVE_INFINITY, 4};
        planes = PlaneReader.read(ArrayImgs.floats(values, 5, 1), ofType);
        assertArrayEquals(new float[] {0, 0, 1, 0, .5f}, planes.red(), 1e-6f);
        InputSettings display = new InputSettings(Contrast.DISPLAY, 0, 100);
        assertThrows(
                IllegalArgumentException.class,
                () -> PlaneReader.read(ArrayImgs.floats(values, 5, 1), display));
    }

    @Test
    void aStackIsRefusedWithTheWayOut() {
        IllegalArgumentException error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PlaneReader.read(ArrayImgs.bytes(3, 2, 4), EXTREMES));
        assertTrue(error.getMessage().contains("has 3"), error.getMessage());
    }
}
