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
            min = Math.min(min, value);
            max = Math.max(max, value);
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
