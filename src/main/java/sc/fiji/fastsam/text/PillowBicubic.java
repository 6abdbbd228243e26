package sc.fiji.fastsam.text;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Size;

/**
 * Bicubic resizing of 8-bit images, equal to Pillow's bit for bit: a = -0.5, support twice the
 * scale when shrinking, weights in 22-bit fixed point, rows first, rounded to 8 bits between the
 * passes.
 *
 * <p>Source of the arithmetic: Pillow's libImaging/Resample.c (MIT-CMU), read for its numbers.
 */
final class PillowBicubic {

    private static final int BITS = 32 - 8 - 2;
    private static final double SHARPNESS = -0.5;

    /** Weights of the input pixels of one output pixel. */
    private record Taps(int first, int[] weights) {}

    private PillowBicubic() {}

    /** All three channels in another size. */
    static Picture resize(Picture image, Size to) {
        byte[][] channels = new byte[3][];
        for (int c = 0; c < 3; c++) {
            boolean gray = c > 0 && image.channels()[c] == image.channels()[0];
            channels[c] = gray ? channels[0] : resize(image.channels()[c], image.size(), to);
        }
        return new Picture(to, channels);
    }

    private static byte[] resize(byte[] values, Size from, Size to) {
        byte[] rows = values;
        if (to.width() != from.width()) {
            rows = alongRows(values, from, taps(from.width(), to.width()));
        }
        return to.height() == from.height()
                ? rows.clone()
                : alongColumns(rows, to.width(), taps(from.height(), to.height()));
    }

    private static byte[] alongRows(byte[] values, Size from, Taps[] taps) {
        byte[] to = new byte[Math.multiplyExact(taps.length, from.height())];
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < taps.length; x++) {
                int start = y * from.width() + taps[x].first;
                to[y * taps.length + x] = sum(values, start, 1, taps[x].weights);
            }
        }
        return to;
    }

    private static byte[] alongColumns(byte[] values, int width, Taps[] taps) {
        byte[] to = new byte[Math.multiplyExact(taps.length, width)];
        for (int y = 0; y < taps.length; y++) {
            for (int x = 0; x < width; x++) {
                int start = taps[y].first * width + x;
                to[y * width + x] = sum(values, start, width, taps[y].weights);
            }
        }
        return to;
    }

    private static byte sum(byte[] values, int start, int step, int[] weights) {
        int sum = 1 << BITS - 1;
        int at = start;
        for (int weight : weights) {
            sum += (values[at] & 0xff) * weight;
            at += step;
        }
        return (byte) Math.max(0, Math.min(255, sum >> BITS));
    }

    private static Taps[] taps(int inLength, int outLength) {
        Taps[] taps = new Taps[outLength];
        double scale = (double) inLength / outLength;
        double wide = Math.max(scale, 1);
        for (int i = 0; i < outLength; i++) {
            double center = (i + 0.5) * scale;
            int first = Math.max((int) (center - 2 * wide + 0.5), 0);
            int end = Math.min((int) (center + 2 * wide + 0.5), inLength);
            double[] exact = new double[end - first];
            Arrays.setAll(exact, k -> kernel((k + first - center + 0.5) * (1 / wide)));
            taps[i] = new Taps(first, rounded(exact));
        }
        return taps;
    }

    private static int[] rounded(double[] exact) {
        double sum = 0;
        for (double weight : exact) {
            sum += weight;
        }
        int[] weights = new int[exact.length];
        for (int k = 0; k < weights.length; k++) {
            double weight = sum == 0 ? exact[k] : exact[k] / sum;
            weights[k] = (int) ((weight < 0 ? -0.5 : 0.5) + weight * (1 << BITS));
        }
        return weights;
    }

    private static double kernel(double distance) {
        double x = Math.abs(distance);
        double a = SHARPNESS;
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }
}
