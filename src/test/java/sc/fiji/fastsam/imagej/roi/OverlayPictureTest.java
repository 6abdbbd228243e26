package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.testing.Drawn;

class OverlayPictureTest {

    @Test
    void theImageIsShownWhereThereIsNoOutline() {
        float[] red = new float[12];
        float[] other = new float[12];
        red[7] = 1;
        other[7] = 0.2f;
        BufferedImage picture =
                OverlayPicture.create(
                        new RgbImage(new Size(4, 3), red, other, other),
                        new Size(4, 3),
                        List.of(),
                        List.of(),
                        ObjectColors.byLabel(0));
        assertEquals(0xffff3333, picture.getRGB(3, 1));
        assertEquals(0xff000000, picture.getRGB(0, 0));
    }

    @Test
    void outlinesRunAlongTheEdgesOfThePixelsInTheColorsOfTheLabels() {
        RgbImage planes = RgbImage.gray(new Size(2250, 12), new float[2250 * 12]);
        Mask mask = Mask.ofRegion(new Region(1500, 1, 9, 10));
        BufferedImage picture =
                OverlayPicture.create(
                        planes,
                        planes.size(),
                        List.of(
                                Drawn.object(0.9, Mask.ofRegion(new Region(0, 0, 2, 2))),
                                Drawn.object(0.8, mask)),
                        List.of(1, 2),
                        ObjectColors.byLabel(2));
        assertEquals(ObjectColors.byLabel(2).of(2).getRGB(), picture.getRGB(1500, 5));
        assertEquals(ObjectColors.byLabel(2).of(2).getRGB(), picture.getRGB(1499, 5));
        assertEquals(0xff000000, picture.getRGB(1504, 6));
        int casing = picture.getRGB(1502, 6) & 0xff;
        assertTrue(casing > 40 && casing < 180, "casing: " + casing);
        assertNotEquals(0xff000000, picture.getRGB(1, 1));
    }
}
