package sc.fiji.fastsam.imagej.measure;

import sc.fiji.fastsam.mask.Mask;

/** Adds up the finite values of an object's pixels. Not thread-safe. */
final class Intensities {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;

    private Intensities() {}

    static Intensities of(Mask mask, MeasuredPlane plane) {
        Intensities result = new Intensities();
        MeasuredPlane.Part part = plane.pixels().part(mask.bounds());
        Object pixels = part.processor().getPixels();
        boolean stored = !plane.calibration().calibrated();
        mask.forEachRun(
                (y, x0, x1) -> {
                    int from = part.index(x0, y);
                    if (stored && pixels instanceof short[] values) {
                        result.add(values, from, from + x1 - x0);
                    } else if (stored && pixels instanceof byte[] values) {
                        result.add(values, from, from + x1 - x0);
                    } else {
                        for (int x = x0; x < x1; x++) {
                            result.add(plane.value(part, x, y));
                        }
                    }
                });
        return result;
    }

    private void add(short[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            add(values[i] & 0xffff);
        }
    }

    private void add(byte[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            add(values[i] & 0xff);
        }
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
