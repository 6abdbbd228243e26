package sc.fiji.fastsam.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * What a segmentation network wants and what it says of itself, read from its declared inputs and
 * outputs and its metadata, never from a file's name.
 *
 * @param input the image it takes
 * @param outputs as declared, in order
 * @param stride both sides of the image must be multiples of it, in network pixels
 * @param imageSize longer side of the images it was made for, in network pixels
 * @param favoriteDiameter of the objects it sees best, in network pixels, if the file says so
 *     (metadata {@code fastsam.favourite_diameter})
 * @param card for people
 */
public record ModelSpec(
        InputSpec input,
        List<TensorInfo> outputs,
        int stride,
        int imageSize,
        OptionalDouble favoriteDiameter,
        ModelCard card) {

    /** Stride where the file names none: the coarsest of the strides 8, 16 and 32. */
    static final int USUAL_STRIDE = 32;

    /** Greatest stride that a file may name: coarser than any known network's. */
    static final int MAX_STRIDE = 1024;

    /** Greatest image size that a file may name: 800 MB as three 32-bit planes. */
    static final int MAX_IMAGE_SIZE = 8192;

    /** Image size where the file names none: that of FastSAM's authors. */
    static final int USUAL_IMAGE_SIZE = 1024;

    /** Copies the list. */
    public ModelSpec {
        outputs = List.copyOf(outputs);
    }

    /**
     * @param metadata as Ultralytics exports have it: {@code stride}, {@code imgsz}, {@code names},
     *     {@code description}, {@code version}, {@code license}; may be empty
     * @throws ModelException if the inputs are not one RGB image, or a size is absurd; its message
     *     goes on after "Model file X" (see {@link ModelFile#problem(String)})
     */
    public static ModelSpec of(
            List<TensorInfo> inputs, List<TensorInfo> outputs, Map<String, String> metadata)
            throws ModelException {
        InputSpec input = InputSpec.of(inputs);
        int declared = number(metadata, "imgsz", USUAL_IMAGE_SIZE, MAX_IMAGE_SIZE);
        return new ModelSpec(
                input,
                outputs,
                number(metadata, "stride", USUAL_STRIDE, MAX_STRIDE),
                input.fixedSize().map(size -> size.longSide()).orElse(declared),
                favoriteDiameter(metadata),
                ModelCard.of(metadata));
    }

    private static OptionalDouble favoriteDiameter(Map<String, String> metadata) {
        OptionalDouble stated =
                MetadataValues.greatest(metadata.getOrDefault("fastsam.favourite_diameter", ""));
        boolean usable = stated.orElse(0) >= 1 && stated.orElse(0) <= MAX_IMAGE_SIZE;
        return usable ? stated : OptionalDouble.empty();
    }

    /**
     * The same, with messages that name the file.
     *
     * @throws ModelException if the inputs are not one RGB image, or a size is absurd
     */
    public static ModelSpec of(
            ModelFile file,
            List<TensorInfo> inputs,
            List<TensorInfo> outputs,
            Map<String, String> metadata)
            throws ModelException {
        try {
            return of(inputs, outputs, metadata);
        } catch (ModelException e) {
            throw file.problem(e.getMessage(), e);
        }
    }

    private static int number(Map<String, String> metadata, String key, int otherwise, int most)
            throws ModelException {
        double value = MetadataValues.greatest(metadata.getOrDefault(key, "")).orElse(otherwise);
        if (value < 1 || value > most) {
            throw new ModelException(
                    String.format(
                            Locale.ROOT,
                            "states %s = %.0f in its metadata; it must be 1 to %d. Export it again.",
                            key,
                            value,
                            most));
        }
        return (int) value;
    }
}
