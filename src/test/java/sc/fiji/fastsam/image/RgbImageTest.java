package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

class RgbImageTest {

    private static final Size SIZE = new Size(3, 2);

    /** NB: of a plane that counts as flat nothing is found, and of a gray one red alone is seen. */
    @Test
    void whatIsToBeSeenInOneChannelAloneIsSeen() {
        float[] flat = {4, 4, 4, 4, 4, 4};
        float[] full = {1, 2, 3, 5, 6, 7};
        for (int shown = 0; shown < 8; shown++) {
            RgbImage image =
                    new RgbImage(
                            SIZE,
                            (shown & 1) == 0 ? flat : full,
                            (shown & 2) == 0 ? flat : full,
                            (shown & 4) == 0 ? flat : full);
            assertEquals(shown == 0, image.isFlat(), "" + shown);
            assertEquals(shown == 0 || shown == 7, image.isGray(), "" + shown);
            RgbImage part = image.crop(new Region(1, 0, 2, 2));
            assertEquals(new Size(2, 2), part.size());
            assertEquals(image.isGray(), part.isGray());
            float[][] channels = {part.red(), part.green(), part.blue()};
            for (int c = 0; c < 3; c++) {
                assertArrayEquals(
                        (shown >> c & 1) == 0 ? new float[] {4, 4, 4, 4} : new float[] {2, 3, 6, 7},
                        channels[c]);
            }
        }
    }
}
