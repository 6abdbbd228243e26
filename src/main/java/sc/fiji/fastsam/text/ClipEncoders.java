package sc.fiji.fastsam.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * CLIP's two networks: texts and images become directions in one space, where what belongs together
 * lies close. Holds native memory until closed. Thread-safe.
 */
public final class ClipEncoders implements AutoCloseable {

    /** Images that are encoded at a time. */
    static final int IMAGES = 16;

    private static final int TEXTS = 64;

    private final Encoder text;
    private final Encoder image;
    private final int side;

    private ClipEncoders(Encoder text, Encoder image) throws ModelException {
        this.text = text;
        this.image = image;
        int declared = image.inputLength(2);
        side = declared > 0 ? declared : ClipImageInput.SIDE;
        int ofText = text.dimension();
        int ofImage = image.dimension();
        if (ofText != ofImage) {
            throw new ModelException(
                    "The encoders do not belong together: "
                            + text.file()
                            + " gives "
                            + ofText
                            + " numbers a text, "
                            + image.file()
                            + " gives "
                            + ofImage
                            + " an image. Take both from the same CLIP.");
        }
    }

    /**
     * Opens both networks.
     *
     * @throws ModelException if one is missing, is no such encoder, or if they do not belong
     *     together
     */
    public static ClipEncoders open(ClipFiles files, DeviceRequest device) throws ModelException {
        Encoder text = Encoder.open(files.text(), device, EncoderKind.TEXT);
        try {
            return open(text, Encoder.open(files.image(), device, EncoderKind.IMAGE));
        } catch (ModelException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static ClipEncoders open(Encoder text, Encoder image) throws ModelException {
        try {
            return new ClipEncoders(text, image);
        } catch (ModelException | RuntimeException e) {
            image.close();
            throw e;
        }
    }

    /** Names the image network and its device: equal ones give equal embeddings. */
    String imageId() {
        return image.id();
    }

    /** Names the text network and its device. */
    String textId() {
        return text.id();
    }

    /**
     * Embeddings of texts, each 1 long. They are padded to the longest of a batch with zeros, as
     * OpenAI's code pads to 77: what stands behind the end plays no part in CLIP.
     *
     * @throws java.util.concurrent.CancellationException soon after {@code canceled} says so
     * @throws sc.fiji.fastsam.onnx.InferenceException if the network fails
     */
    public List<float[]> embedTexts(List<ClipTokenizer.Tokens> texts, BooleanSupplier canceled) {
        return inBatches(texts, TEXTS, part -> text.run(tokens(part), canceled));
    }

    private Tensor tokens(List<ClipTokenizer.Tokens> texts) {
        int longest = texts.stream().mapToInt(tokens -> tokens.ids().length).max().orElseThrow();
        int length = text.inputLength(1) > 0 ? text.inputLength(1) : longest;
        Tensor batch = Tensor.zeros(texts.size(), length);
        for (int i = 0; i < texts.size(); i++) {
            int[] ids = fitting(texts.get(i).ids(), length);
            for (int k = 0; k < ids.length; k++) {
                batch.values()[i * length + k] = ids[k];
            }
        }
        return batch;
    }

    /** NB: for networks that take less than 77 tokens. */
    private static int[] fitting(int[] ids, int length) {
        if (ids.length <= length) {
            return ids;
        }
        int[] cut = Arrays.copyOf(ids, length);
        cut[length - 1] = Vocabulary.END;
        return cut;
    }

    /**
     * Embeddings of images, each 1 long; 16 at a time, which takes 10 MB.
     *
     * @throws java.util.concurrent.CancellationException soon after {@code canceled} says so
     * @throws sc.fiji.fastsam.onnx.InferenceException if the network fails
     */
    public List<float[]> embedImages(List<Picture> images, BooleanSupplier canceled) {
        return inBatches(
                images, IMAGES, part -> image.run(ClipImageInput.of(part, side), canceled));
    }

    private static <T> List<float[]> inBatches(
            List<T> all, int size, Function<List<T>, List<float[]>> run) {
        List<float[]> vectors = new ArrayList<>();
        for (int first = 0; first < all.size(); first += size) {
            List<T> part = all.subList(first, Math.min(first + size, all.size()));
            run.apply(part).forEach(row -> vectors.add(Embeddings.normalize(row)));
        }
        return vectors;
    }

    /** Frees both networks. */
    @Override
    public void close() {
        try {
            text.close();
        } finally {
            image.close();
        }
    }
}
