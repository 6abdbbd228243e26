package sc.fiji.fastsam.tensor;

import java.util.Arrays;

/**
 * Dense float tensor in row-major order (last axis fastest). The array is not copied: whoever made
 * it hands it over.
 */
public final class Tensor {

    private final float[] values;
    private final int[] shape;

    private Tensor(float[] values, int[] shape) {
        this.values = values;
        this.shape = shape;
    }

    /**
     * Wraps an array.
     *
     * @param values row-major elements; owned by the tensor from now on
     * @param shape length of each axis
     * @throws IllegalArgumentException if the product of the shape is not the array's length
     */
    public static Tensor of(float[] values, int... shape) {
        long size = 1;
        for (int length : shape) {
            size *= length;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "A tensor of shape "
                            + Arrays.toString(shape)
                            + " has "
                            + size
                            + " elements, but the array has "
                            + values.length
                            + ".");
        }
        return new Tensor(values, shape.clone());
    }

    /** A tensor of zeros. */
    public static Tensor zeros(int... shape) {
        int size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return new Tensor(new float[size], shape.clone());
    }

    /** The elements themselves, not a copy. */
    public float[] values() {
        return values;
    }

    /** Number of axes. */
    public int rank() {
        return shape.length;
    }

    /** Length of an axis. */
    public int length(int axis) {
        return shape[axis];
    }

    /** A copy of the shape. */
    public int[] shape() {
        return shape.clone();
    }

    /** The same elements under another shape of equal product; shares the array. */
    public Tensor reshaped(int... newShape) {
        return of(values, newShape);
    }

    /** "[1, 37, 8400]". */
    @Override
    public String toString() {
        return Arrays.toString(shape);
    }
}
