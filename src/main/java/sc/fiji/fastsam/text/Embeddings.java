package sc.fiji.fastsam.text;

import java.util.List;
import sc.fiji.fastsam.onnx.InferenceException;

/** Arithmetic of embeddings: directions, kept as vectors of length 1. */
final class Embeddings {

    private Embeddings() {}

    /**
     * The vector made 1 long, in place.
     *
     * @throws InferenceException if it has no direction, which no working network gives
     */
    static float[] normalize(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new InferenceException(
                    "The CLIP network gave an embedding of length "
                            + length
                            + ". Install CLIP again, or use another device.");
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /** Direction of the mean of vectors of length 1. */
    static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return normalize(sum);
    }

    /** Scalar product; the cosine of the angle where both have length 1. */
    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
