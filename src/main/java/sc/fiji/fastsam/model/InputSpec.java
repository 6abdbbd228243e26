package sc.fiji.fastsam.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * What a network wants as its image.
 *
 * @param info as declared: [batch, 3, y, x] or [batch, y, x, 3]
 * @param channelLast true for [batch, y, x, 3]
 * @param fixedSize the only size it takes, in network pixels; empty if any multiple of the stride
 *     will do
 * @param anyBatch whether it takes more than one image at a time
 */
public record InputSpec(
        TensorInfo info, boolean channelLast, Optional<Size> fixedSize, boolean anyBatch) {

    private static final String EXPECTED =
            "Expected is one image, [1, 3, height, width] or [1, height, width, 3], as 32- or"
                    + " 16-bit floats.";

    /**
     * @param inputs as the file declares them
     * @throws ModelException if they are not one RGB image
     */
    static InputSpec of(List<TensorInfo> inputs) throws ModelException {
        if (inputs.size() != 1) {
            throw unusable("takes " + inputs.size() + " inputs", inputs);
        }
        TensorInfo info = inputs.get(0);
        if (info.rank() != 4 || !info.isFloat()) {
            throw unusable("takes no image", inputs);
        }
        boolean channelLast = channelLast(info, inputs);
        long batch = info.shape().get(0);
        if (batch > 1) {
            throw unusable("only takes " + batch + " images at a time", inputs);
        }
        return new InputSpec(info, channelLast, fixedSize(info, channelLast), batch < 0);
    }

    private static boolean channelLast(TensorInfo info, List<TensorInfo> inputs)
            throws ModelException {
        long second = info.shape().get(1);
        long last = info.shape().get(3);
        if (second == 3 || second < 0 && last != 3) {
            return false;
        }
        if (last == 3) {
            return true;
        }
        throw unusable("takes no RGB image", inputs);
    }

    /** NB: where one side is fixed and the other open, the open one is given the same length. */
    private static Optional<Size> fixedSize(TensorInfo info, boolean channelLast)
            throws ModelException {
        long height = info.shape().get(channelLast ? 1 : 2);
        long width = info.shape().get(channelLast ? 2 : 3);
        if (Math.max(width, height) > ModelSpec.MAX_IMAGE_SIZE) {
            String what = "wants images of more than %d pixels a side";
            throw unusable(
                    String.format(Locale.ROOT, what, ModelSpec.MAX_IMAGE_SIZE), List.of(info));
        }
        if (height < 1 && width < 1) {
            return Optional.empty();
        }
        return Optional.of(
                new Size((int) (width < 1 ? height : width), (int) (height < 1 ? width : height)));
    }

    private static ModelException unusable(String what, List<TensorInfo> inputs) {
        return new ModelException(
                "is no segmentation network for images: it "
                        + what
                        + " ("
                        + inputs
                        + "). "
                        + EXPECTED);
    }

    /**
     * An image in the axis order of this input.
     *
     * @param image [batch, 3, y, x]
     * @return the same tensor, or a copy as [batch, y, x, 3]
     */
    public Tensor arrange(Tensor image) {
        return channelLast ? toChannelLast(image) : image;
    }

    private static Tensor toChannelLast(Tensor image) {
        int channels = image.length(1);
        int plane = image.length(2) * image.length(3);
        float[] from = image.values();
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            int inImage = i % (channels * plane);
            int base = i - inImage;
            to[base + inImage % plane * channels + inImage / plane] = from[i];
        }
        return Tensor.of(to, image.length(0), image.length(2), image.length(3), channels);
    }
}
