package sc.fiji.fastsam.text;

import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * CLIP's way from an 8-bit image to its network input: the shorter side resized to the network's
 * (224 px; bicubic, equal to Pillow's), the middle cut out, each channel less its mean and over its
 * deviation.
 */
public final class ClipImageInput {

    /** Side of the input of CLIP ViT-B/32. */
    public static final int SIDE = 224;

    private static final float[] MEANS = {0.48145466f, 0.4578275f, 0.40821073f};
    private static final float[] DEVIATIONS = {0.26862954f, 0.26130258f, 0.27577711f};
    private static final int MAX_STRETCH = 200;

    private ClipImageInput() {}

    /**
     * @param images at least one, of any sizes
     * @param side of the network's input, px
     * @return [images, 3, side, side]
     * @throws IllegalArgumentException if an image is more than 200 times as long as wide
     */
    public static Tensor of(List<Picture> images, int side) {
        int plane = side * side;
        Tensor input = Tensor.zeros(images.size(), 3, side, side);
        for (int i = 0; i < images.size(); i++) {
            Picture square = square(images.get(i), side);
            for (int c = 0; c < 3; c++) {
                normalize(square.channels()[c], c, input.values(), (i * 3 + c) * plane);
            }
        }
        return input;
    }

    /** Resized and cut, before values are normalized. */
    static Picture square(Picture image, int side) {
        Size from = image.size();
        int shorter = Math.min(from.width(), from.height());
        if (from.longSide() > (long) MAX_STRETCH * shorter) {
            throw new IllegalArgumentException(
                    "An image must be at most "
                            + MAX_STRETCH
                            + " times as long as wide, but was "
                            + from
                            + ".");
        }
        Size to =
                new Size(
                        (int) ((long) side * from.width() / shorter),
                        (int) ((long) side * from.height() / shorter));
        return middle(PillowBicubic.resize(image, to), side);
    }

    private static Picture middle(Picture image, int side) {
        Size size = image.size();
        int x0 = (int) Math.rint((size.width() - side) / 2.0);
        int y0 = (int) Math.rint((size.height() - side) / 2.0);
        byte[][] channels = new byte[3][side * side];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < side; y++) {
                int from = (y0 + y) * size.width() + x0;
                System.arraycopy(image.channels()[c], from, channels[c], y * side, side);
            }
        }
        return new Picture(new Size(side, side), channels);
    }

    private static void normalize(byte[] values, int channel, float[] to, int at) {
        for (int i = 0; i < values.length; i++) {
            float value = (values[i] & 0xff) / 255f;
            to[at + i] = (value - MEANS[channel]) / DEVIATIONS[channel];
        }
    }
}
