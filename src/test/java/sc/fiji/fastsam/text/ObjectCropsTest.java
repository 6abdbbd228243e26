package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.testing.Drawn;

class ObjectCropsTest {

    /** 40 x 30, value = column / 255, but 1 at the pixel (20, 10). */
    private static RgbImage columns() {
        float[] values = new float[40 * 30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 40 / 255f;
        }
        values[10 * 40 + 20] = 1;
        return RgbImage.gray(new Size(40, 30), values);
    }

    private static int value(Picture image, int x, int y) {
        return image.channels()[0][y * image.size().width() + x] & 0xff;
    }

    @Test
    void cutsASquareWithAMarginOfEightPixelsAboutASmallObject() {
        assertEquals(new Region(10, 9, 19, 19), ObjectCrops.square(new Region(18, 18, 3, 1)));
    }

    @Test
    void cutsASquareWithAMarginOfAFifthAboutALargeObject() {
        assertEquals(new Region(-20, -60, 140, 140), ObjectCrops.square(new Region(0, 0, 100, 20)));
    }

    @Test
    void keepsWhatIsAboutTheObjectInThePlainCrop() {
        Picture crop = new ObjectCrops(columns()).plain(Drawn.mask(18, 10, "###", "#.."));
        assertEquals(new Size(19, 19), crop.size());
        assertEquals(10, value(crop, 0, 0));
        assertEquals(28, value(crop, 18, 18));
        assertEquals(255, value(crop, 10, 8));
    }

    /** The square is (10, 2) to (29, 21): mean of the columns 19, and 235 more at one of 361. */
    @Test
    void hasTheMeanOutsideOfTheMask() {
        Picture crop = new ObjectCrops(columns()).masked(Drawn.mask(18, 10, "###", "#.."));
        int mean = 20; // 19 + 235 / 361 = 19.65
        assertEquals(mean, value(crop, 0, 0));
        assertEquals(18, value(crop, 8, 8));
        assertEquals(255, value(crop, 10, 8));
        assertEquals(18, value(crop, 8, 9));
        assertEquals(mean, value(crop, 9, 9));
    }

    @Test
    void hasTheMeanOfWhatIsInsideBeyondThePlane() {
        Mask corner = Drawn.mask(0, 28, "##", "##");
        Picture crop = new ObjectCrops(columns()).plain(corner);
        assertEquals(new Size(18, 18), crop.size());
        assertEquals(5, value(crop, 0, 0)); // columns 0 to 9, mean 4.5
        assertEquals(0, value(crop, 8, 0));
        assertEquals(9, value(crop, 17, 0));
        assertEquals(5, value(crop, 17, 17));
    }

    @Test
    void sharesTheChannelsOfGreyPlanesAndKeepsThoseOfColor() {
        Mask mask = Drawn.mask(1, 1, "#");
        Picture gray = new ObjectCrops(columns()).masked(mask);
        assertSame(gray.channels()[0], gray.channels()[2]);
        Size size = new Size(3, 3);
        RgbImage color = new RgbImage(size, new float[9], filled(0.5f), filled(2));
        Picture crop = new ObjectCrops(color).plain(mask);
        assertNotSame(crop.channels()[0], crop.channels()[2]);
        assertEquals(0, crop.channels()[0][8 * 17 + 8]);
        assertEquals((byte) 128, crop.channels()[1][8 * 17 + 8]);
        assertEquals((byte) 255, crop.channels()[2][8 * 17 + 8]);
    }

    private static float[] filled(float value) {
        float[] values = new float[9];
        java.util.Arrays.fill(values, value);
        return values;
    }

    @Test
    void readsHugeObjectsInSteps() {
        Size size = new Size(3000, 4);
        RgbImage planes = RgbImage.gray(size, new float[12_000]);
        Mask mask = Mask.ofRegion(Region.of(size));
        Picture crop = new ObjectCrops(planes).plain(mask);
        assertEquals(new Size(1400, 1400), crop.size()); // 4200 in steps of 3
    }
}
