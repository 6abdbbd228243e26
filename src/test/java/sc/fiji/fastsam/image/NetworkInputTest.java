package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;

class NetworkInputTest {

    private static final float PAD = 114 / 255f;

    @Test
    void enlargingIsLinearOnTheHalfPixelGridAndPaddingIsGray() {
        RgbImage planes = RgbImage.gray(new Size(2, 1), new float[] {0, 1});
        Letterbox box = new Letterbox(new Size(2, 1), new Size(4, 4), new Size(4, 2), 0, 1);
        Tensor input = NetworkInput.of(planes, new Region(0, 0, 2, 1), box);
        float[] expected = {
            PAD, PAD, PAD, PAD, 0, .25f, .75f, 1, 0, .25f, .75f, 1, PAD, PAD, PAD, PAD
        };
        assertArrayEquals(new int[] {1, 1, 4, 4}, input.shape());
        assertArrayEquals(expected, input.values(), 1e-6f);
    }

    @Test
    void aPartAtTheSameSizeIsCopiedChannelByChannel() {
        float[] red = {1, 2, 3, 4, 5, 6};
        float[] green = {10, 20, 30, 40, 50, 60};
        float[] blue = {7, 7, 7, 8, 9, 7};
        RgbImage planes = new RgbImage(new Size(3, 2), red, green, blue);
        Letterbox box = new Letterbox(new Size(2, 1), new Size(2, 1), new Size(2, 1), 0, 0);
        Tensor input = NetworkInput.of(planes, new Region(1, 1, 2, 1), box);
        assertArrayEquals(new float[] {5, 6, 50, 60, 9, 7}, input.values());
        Letterbox padded = new Letterbox(new Size(2, 1), new Size(4, 2), new Size(2, 1), 1, 1);
        input = NetworkInput.of(planes, new Region(1, 1, 2, 1), padded);
        assertArrayEquals(new int[] {1, 3, 2, 4}, input.shape());
        float[] expected = {
            PAD, PAD, PAD, PAD, PAD, 5, 6, PAD,
            PAD, PAD, PAD, PAD, PAD, 50, 60, PAD,
            PAD, PAD, PAD, PAD, PAD, 9, 7, PAD
        };
        assertArrayEquals(expected, input.values());
    }

    @Test
    void shrinkingPassesNoPixelOver() {
        float[] values = new float[80];
        values[3] = 8;
        RgbImage planes = RgbImage.gray(new Size(8, 10), values);
        Letterbox box = new Letterbox(new Size(8, 10), new Size(2, 10), new Size(2, 10), 0, 0);
        Tensor input = NetworkInput.of(planes, new Region(0, 0, 8, 10), box);
        // A triangle of radius 4 round 1.5 and one round 5.5; both have the sum 4.
        assertEquals(8 * (1 - 1.5 / 4) / 4, input.values()[0], 1e-5);
        assertEquals(8 * (1 - 2.5 / 4) / 4, input.values()[1], 1e-5);
    }

    @Test
    void aPartOutsideThePlaneIsRefused() {
        RgbImage planes = RgbImage.gray(new Size(2, 1), new float[2]);
        Letterbox box = Letterbox.scaledBy(new Size(2, 1), 1, 32);
        assertThrows(
                IllegalArgumentException.class,
                () -> NetworkInput.of(planes, new Region(1, 0, 2, 1), box));
    }
}
