package sc.fiji.fastsam.imagej.measure;

import ij.process.ByteProcessor;
import java.math.BigInteger;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;

/**
 * Adds up the finite values of an object's pixels: whole numbers exactly, others by Welford's
 * method. Not thread-safe.
 */
final class Intensities {

    /** Pixels of an image read in parts that are in memory for an object. */
    private static final int MOST_AT_ONCE = 1 << 25;

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;

    private Intensities() {}

    static Intensities of(Mask mask, MeasuredPlane plane) {
        return of(mask, plane, MOST_AT_ONCE);
    }

    /**
     * @param most pixels of the plane that are looked at at a time, at least a row of the object
     */
    static Intensities of(Mask mask, MeasuredPlane plane, int most) {
        Intensities singly = new Intensities();
        Whole whole = new Whole();
        boolean stored = !plane.calibration().calibrated();
        Region bounds = mask.bounds();
        int rows = Math.max(1, most / Math.max(1, bounds.width()));
        for (int y = bounds.y(); y < bounds.yEnd(); y += rows) {
            int height = Math.min(rows, bounds.yEnd() - y);
            Region band = new Region(bounds.x(), y, bounds.width(), height);
            MeasuredPlane.Part part = plane.pixels().part(band);
            boolean summed = stored || part.processor() instanceof ByteProcessor;
            if (!(summed && whole.add(mask, band, part)) || !stored) {
                singly.add(mask, band, part, plane);
            }
        }
        if (stored && whole.count > 0) {
            return whole.toIntensities();
        }
        // NB: as ImageJ has it, of 8-bit pixels alone the sum is that of the stored values.
        singly.sum = whole.count > 0 ? whole.sum : singly.sum;
        return singly;
    }

    private void add(Mask mask, Region band, MeasuredPlane.Part part, MeasuredPlane plane) {
        mask.forEachRun(
                band,
                (y, x0, x1) -> {
                    for (int x = x0; x < x1; x++) {
                        add(plane.value(part, x, y));
                    }
                });
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
     * Sums of 8- or 16-bit numbers, that of their squares in two halves. Once for each type: with
     * the values copied into a common one first, Java's quick compiler takes 1.7 times as long.
     */
    private static final class Whole {

        private static final int HALF = 32;
        private static final long LOW = (1L << HALF) - 1;

        private long count;
        private long sum;
        private long squaresHigh;
        private long squaresLow;
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;

        /** False where a part has neither. */
        boolean add(Mask mask, Region band, MeasuredPlane.Part part) {
            Object pixels = part.processor().getPixels();
            if (pixels instanceof short[] values) {
                mask.forEachRun(band, (y, x0, x1) -> add(values, part.index(x0, y), x1 - x0));
                return true;
            }
            if (pixels instanceof byte[] values) {
                mask.forEachRun(band, (y, x0, x1) -> add(values, part.index(x0, y), x1 - x0));
                return true;
            }
            return false;
        }

        private void add(short[] values, int from, int length) {
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

        private void add(byte[] values, int from, int length) {
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
            squaresLow += squared & LOW;
            squaresHigh += (squared >>> HALF) + (squaresLow >>> HALF);
            squaresLow &= LOW;
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
            BigInteger ofSquares =
                    BigInteger.valueOf(squaresHigh)
                            .shiftLeft(HALF)
                            .add(BigInteger.valueOf(squaresLow));
            BigInteger times = n.multiply(ofSquares);
            return times.subtract(total.multiply(total)).doubleValue() / count;
        }
    }

    /** Number of finite values. */
    long count() {
        return count;
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

    /** Of calibrated 8-bit pixels the sum of the stored values. */
    double sum() {
        return count == 0 ? Double.NaN : sum;
    }
}
