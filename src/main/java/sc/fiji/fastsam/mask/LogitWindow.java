package sc.fiji.fastsam.mask;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.tensor.Tensor;

/** Combines a rectangle of the prototypes into mask logits; keeps its arrays from call to call. */
final class LogitWindow {

    private final float[] prototypes;
    private final int count;
    private final int planeWidth;
    private final int planeArea;
    private float[] logits = new float[0];
    private float[] row = new float[0];
    private int width;
    private int height;

    /** Over prototypes [k, y, x]; not copied. */
    LogitWindow(Tensor prototypes) {
        this.prototypes = prototypes.values();
        this.count = prototypes.length(0);
        this.planeWidth = prototypes.length(2);
        this.planeArea = prototypes.length(1) * planeWidth;
    }

    /** Sums coefficients times prototypes inside a rectangle of prototype pixels. */
    void combine(float[] coefficients, Region rectangle) {
        width = rectangle.width();
        height = rectangle.height();
        int size = width * height;
        if (logits.length < size) {
            logits = new float[size];
        }
        // NB: one more, so that the last pixel has a right neighbor to be weighted with 0.
        if (row.length < width + 1) {
            row = new float[width + 1];
        }
        row[width] = 0;
        Arrays.fill(logits, 0, size, 0);
        for (int y = 0; y < height; y++) {
            int from = (rectangle.y() + y) * planeWidth + rectangle.x();
            int k = 0;
            for (; k + 4 <= count; k += 4) {
                addFourScaled(coefficients, k, from, y * width);
            }
            for (; k < count; k++) {
                addScaled(coefficients[k], from + k * planeArea, y * width);
            }
        }
    }

    /** NB: one after the other, so that the sums are rounded as those of one at a time are. */
    private void addFourScaled(float[] coefficients, int k, int from, int to) {
        float a = coefficients[k];
        float b = coefficients[k + 1];
        float c = coefficients[k + 2];
        float d = coefficients[k + 3];
        int first = from + k * planeArea;
        int second = first + planeArea;
        int third = second + planeArea;
        int fourth = third + planeArea;
        for (int i = 0; i < width; i++) {
            float sum = logits[to + i] + a * prototypes[first + i];
            sum += b * prototypes[second + i];
            sum += c * prototypes[third + i];
            logits[to + i] = sum + d * prototypes[fourth + i];
        }
    }

    private void addScaled(float factor, int from, int to) {
        for (int i = 0; i < width; i++) {
            logits[to + i] += factor * prototypes[from + i];
        }
    }

    /**
     * Interpolates a row.
     *
     * @param first row of the window above it
     * @param weight of the row below, 0..1
     * @return logits, one a column of the window; valid until the next call
     */
    float[] rowAt(int first, float weight) {
        int above = first * width;
        int below = Math.min(first + 1, height - 1) * width;
        for (int i = 0; i < width; i++) {
            row[i] = logits[above + i] + weight * (logits[below + i] - logits[above + i]);
        }
        return row;
    }
}
