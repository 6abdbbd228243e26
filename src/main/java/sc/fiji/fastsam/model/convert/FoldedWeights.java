package sc.fiji.fastsam.model.convert;

import java.io.IOException;
import java.util.Optional;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.checkpoint.Weights;

/**
 * Weights and bias of a convolution and the batch normalization behind it, as those of one
 * convolution: w g / sqrt(v + eps) and (b - m) g / sqrt(v + eps) + beta, in double precision, with
 * the eps of the module itself.
 *
 * @param weights [output, input, y, x]
 * @param channels that come out
 * @param plainBias of the convolution, if it has one
 * @param norm the normalization, if there is one
 */
record FoldedWeights(
        Weights weights, int channels, Optional<Weights> plainBias, Optional<Norm> norm) {

    /** Batch normalization: one number a channel each. */
    private record Norm(Weights scale, Weights shift, Weights mean, Weights variance, double eps) {

        static Norm of(TorchModule module, int channels) throws CheckpointException {
            double eps = module.number("eps");
            if (!module.type().equals("BatchNorm2d") || eps < 0 || eps > 1) {
                throw module.problem("is no batch normalization with an eps of 0 to 1");
            }
            return new Norm(
                    vector(module, "weight", channels),
                    vector(module, "bias", channels),
                    vector(module, "running_mean", channels),
                    vector(module, "running_var", channels),
                    eps);
        }

        double[] factors() throws IOException {
            float[] scales = scale.read();
            float[] variances = variance.read();
            double[] factors = new double[scales.length];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = scales[i] / Math.sqrt(variances[i] + eps);
            }
            return factors;
        }
    }

    static FoldedWeights of(TorchModule convolution, Optional<TorchModule> norm)
            throws CheckpointException {
        Weights weights = convolution.weights("weight", 4);
        int channels = weights.shape()[0];
        return new FoldedWeights(
                weights,
                channels,
                optionalVector(convolution, "bias", channels),
                norm.isEmpty() ? Optional.empty() : Optional.of(Norm.of(norm.get(), channels)));
    }

    /** Of a module without normalization, of which only the bias is wanted. */
    static FoldedWeights ofBias(TorchModule module, int channels) throws CheckpointException {
        return new FoldedWeights(
                module.weights("weight", 4),
                channels,
                optionalVector(module, "bias", channels),
                Optional.empty());
    }

    private static Optional<Weights> optionalVector(TorchModule module, String name, int length)
            throws CheckpointException {
        return module.optionalWeights(name).isEmpty()
                ? Optional.empty()
                : Optional.of(vector(module, name, length));
    }

    private static Weights vector(TorchModule module, String name, int length)
            throws CheckpointException {
        Weights vector = module.weights(name, 1);
        if (vector.count() != length) {
            throw module.problem(
                    "has " + vector.count() + " numbers as its " + name + ", not " + length);
        }
        return vector;
    }

    /** [output, input, y, x]. */
    int[] shape() {
        return weights.shape();
    }

    /** Folded weights. */
    float[] weight() throws IOException {
        float[] values = weights.read();
        if (norm.isPresent()) {
            double[] factors = norm.get().factors();
            int each = values.length / factors.length;
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] * factors[i / each]);
            }
        }
        return values;
    }

    /** Folded bias; zeros where there is none at all. */
    float[] bias() throws IOException {
        float[] values = plainBias.isPresent() ? plainBias.get().read() : new float[channels];
        if (norm.isPresent()) {
            double[] factors = norm.get().factors();
            float[] means = norm.get().mean().read();
            float[] shifts = norm.get().shift().read();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((values[i] - (double) means[i]) * factors[i] + shifts[i]);
            }
        }
        return values;
    }
}
