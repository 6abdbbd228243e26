package sc.fiji.fastsam.onnx;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * The committed test networks (see README.md beside them) and an image they all know.
 *
 * <p>On {@link #image()} every segmenting network finds three objects, best first: box (12, 8, 40,
 * 24) score 0.9; box (60, 40, 92, 52) score 0.7; box (4, 36, 16, 60) score 0.6. Each mask is its
 * whole box.
 */
public final class TinyModels {

    /** Width of the image and of the static networks. */
    public static final int WIDTH = 96;

    /** Height of the image and of the static networks. */
    public static final int HEIGHT = 64;

    /** Candidates of a network of that size. */
    public static final int CANDIDATES = 126;

    private TinyModels() {}

    /** Names of the networks that find the three objects, one of each layout and number format. */
    public static Stream<String> segmenting() {
        return Stream.of(
                "l1-static",
                "l2-dynamic",
                "l3-axes",
                "l3-rows",
                "l4-raw",
                "l5-nms",
                "l6-half",
                "l6-half-outputs",
                "l7-int8",
                "l8-qualcomm",
                "l8-channel-last",
                "multi-class",
                "no-metadata");
    }

    /** Names of networks of another kind. */
    public static Stream<String> others() {
        return Stream.of("wrong-outputs", "classifier");
    }

    /** File of a network, by its name without ".onnx". */
    public static Path path(String name) {
        URL url = TinyModels.class.getResource(name + ".onnx");
        if (url == null) {
            throw new IllegalArgumentException("There is no test network " + name + ".");
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brightness 0..1 of the image, row by row: background 0.1, rectangles 1, 0.75, 0.625. */
    public static float[] brightness() {
        float[] gray = new float[WIDTH * HEIGHT];
        Arrays.fill(gray, 0.1f);
        fill(gray, new int[] {12, 8, 40, 24}, 1);
        fill(gray, new int[] {60, 40, 92, 52}, 0.75f);
        fill(gray, new int[] {4, 36, 16, 60}, 0.625f);
        return gray;
    }

    /** The image as network input [1, 3, 64, 96], three equal channels. */
    public static Tensor image() {
        float[] gray = brightness();
        float[] values = new float[3 * gray.length];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(gray, 0, values, channel * gray.length, gray.length);
        }
        return Tensor.of(values, 1, 3, HEIGHT, WIDTH);
    }

    private static void fill(float[] gray, int[] box, float value) {
        for (int y = box[1]; y < box[3]; y++) {
            Arrays.fill(gray, y * WIDTH + box[0], y * WIDTH + box[2], value);
        }
    }
}
