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
 * @param info as declared: [batch, 3, y, x], [batch, y, x, 3], or [batch, 1, y, x] where it was
 *     trained on gray images
 * @param channelLast true for [batch, y, x, 3]
 * @param fixedSize the only size it takes, in network pixels; empty if any multiple of the stride
 *     will do
 * @param anyBatch whether it takes more than one image at a time
 */
public record InputSpec(
        TensorInfo info, boolean channelLast, Optional<Size> fixedSize, boolean anyBatch) {

    private static final int CHANNELS = 3;

    private static final String EXPECTED =
            "Expected is one image, [1, 3, height, width] or [1, height, width, 3], or gray as"
                    + " [1, 1, height, width], as 32- or 16-bit floats.";

    /** Parts of red, green and blue in gray, as ITU-R BT.601 has them. */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    /**
     * @param inputs as the file declares them
     * @throws ModelException if they are not one RGB or gray image
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
            throw unusable(
                    "only takes "
                            + batch
                            + " images at a time; export it again with batch=1 or dynamic=True",
                    inputs);
        }
        return new InputSpec(info, channelLast, fixedSize(info, channelLast), batch < 0);
    }

    private static boolean channelLast(TensorInfo info, List<TensorInfo> inputs)
            throws ModelException {
        long second = info.shape().get(1);
        long last = info.shape().get(3);
        if (second == CHANNELS || second == 1 && last != 3 || second < 0 && last != 3) {
            return false;
        }
        if (last == 3) {
            return true;
        }
        throw unusable("takes no RGB or gray image", inputs);
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
     * @param image [1, 3, y, x], or [1, 1, y, x] whose channel stands for all three
     * @return the same tensor, or a copy as [1, y, x, 3], as [1, 1, y, x] of gray values or, for a
     *     network that does not declare its channels, as [1, 3, y, x]
     */
    public Tensor arrange(Tensor image) {
        if (!channelLast && info.shape().get(1) == 1) {
            return image.length(1) == 1 ? image : toGray(image);
        }
        boolean told = image.length(1) == CHANNELS || info.shape().get(1) == CHANNELS;
        return channelLast ? toChannelLast(image) : told ? image : repeated(image);
    }

    private static Tensor toChannelLast(Tensor image) {
        float[] from = image.values();
        int plane = image.length(2) * image.length(3);
        int step = image.length(1) == 1 ? 0 : plane;
        float[] to = new float[CHANNELS * plane];
        for (int i = 0; i < plane; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                to[i * CHANNELS + channel] = from[i + channel * step];
            }
        }
        return Tensor.of(to, 1, image.length(2), image.length(3), CHANNELS);
    }

    private static Tensor toGray(Tensor image) {
        float[] from = image.values();
        float[] to = new float[from.length / CHANNELS];
        for (int i = 0; i < to.length; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                to[i] += LUMA[channel] * from[channel * to.length + i];
            }
        }
        return Tensor.of(to, 1, 1, image.length(2), image.length(3));
    }

    private static Tensor repeated(Tensor gray) {
        float[] from = gray.values();
        float[] to = new float[CHANNELS * from.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            System.arraycopy(from, 0, to, channel * from.length, from.length);
        }
        return Tensor.of(to, 1, CHANNELS, gray.length(2), gray.length(3));
    }
}
