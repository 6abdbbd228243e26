package sc.fiji.fastsam.imagej.measure;

import java.math.BigInteger;
import sc.fiji.fastsam.mask.Mask;

/**
 * Adds up the finite values of an object's pixels: whole numbers exactly, others by Welford's
 * method. Not thread-safe.
 */
final class Intensities {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;

    private Intensities() {}

    static Intensities of(Mask mask, MeasuredPlane plane) {
        MeasuredPlane.Part part = plane.pixels().part(mask.bounds());
        Object pixels = part.processor().getPixels();
        boolean stored = !plane.calibration().calibrated();
        if (stored && pixels instanceof short[] values) {
            Whole whole = new Whole();
            mask.forEachRun((y, x0, x1) -> whole.add(values, part.index(x0, y), x1 - x0));
            return whole.toIntensities();
        }
        if (stored && pixels instanceof byte[] values) {
            Whole whole = new Whole();
            mask.forEachRun((y, x0, x1) -> whole.add(values, part.index(x0, y), x1 - x0));
            return whole.toIntensities();
        }
        Intensities result = new Intensities();
        mask.forEachRun(
                (y, x0, x1) -> {
                    for (int x = x0; x < x1; x++) {
                        result.add(plane.value(part, x, y));
                    }
                });
        return result;
    }

    private void add(double value) {
        if (Double.isFinite(value)) {
            count++;
            double step = value - mean;
            mean += step / count;
            squares += step * (value - mean);
            min = value < min ? value : min;
            max = value > max ? value : max;
            sum += value;
        }
    }

    /**
     * Sums of 8- or 16-bit numbers. NB: of all pixels of the largest mask they fit. Once for each
     * type: with the values copied into a common one first, Java's quick compiler takes 1.7 times
     * as long.
     */
    private static final class Whole {

        private long count;
        private long sum;
        private long sumOfSquares;
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;

        void add(short[] values, int from, int length) {
            // NB: in local variables, which Java's quick compiler keeps in registers.
            long total = 0;
            long squared = 0;
            int least = min;
            int most = max;
            for (int i = from; i < from + length; i++) {
                int value = values[i] & 0xffff;
                total += value;
                squared += (long) value * value;
                if (value < least) {
                    least = value;
                }
                if (value > most) {
                    most = value;
                }
            }
            take(length, total, squared);
            min = least;
            max = most;
        }

        void add(byte[] values, int from, int length) {
            // NB: in local variables, which Java's quick compiler keeps in registers.
            long total = 0;
            long squared = 0;
            int least = min;
            int most = max;
            for (int i = from; i < from + length; i++) {
                int value = values[i] & 0xff;
                total += value;
                squared += (long) value * value;
                if (value < least) {
                    least = value;
                }
                if (value > most) {
                    most = value;
                }
            }
            take(length, total, squared);
            min = least;
            max = most;
        }

        private void take(int length, long total, long squared) {
            count += length;
            sum += total;
            sumOfSquares += squared;
        }

        Intensities toIntensities() {
            Intensities result = new Intensities();
            if (count > 0) {
                result.count = count;
                result.mean = (double) sum / count;
                result.squares = squares();
                result.min = min;
                result.max = max;
                result.sum = sum;
            }
            return result;
        }

        /** Sum of the squared differences from the mean, exact before two roundings. */
        private double squares() {
            BigInteger n = BigInteger.valueOf(count);
            BigInteger total = BigInteger.valueOf(sum);
            BigInteger times = n.multiply(BigInteger.valueOf(sumOfSquares));
            return times.subtract(total.multiply(total)).doubleValue() / count;
        }
    }

    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Of the sample; 0 for one pixel. */
    double standardDeviation() {
        return count == 0 ? Double.NaN : count == 1 ? 0 : Math.sqrt(squares / (count - 1));
    }

    double min() {
        return count == 0 ? Double.NaN : min;
    }

    double max() {
        return count == 0 ? Double.NaN : max;
    }

    double sum() {
        return count == 0 ? Double.NaN : sum;
    }
}
