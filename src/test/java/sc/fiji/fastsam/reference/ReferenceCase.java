package sc.fiji.fastsam.reference;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

/**
 * A stored network output with what the reference implementation makes of it; the format is
 * described in {@code src/test/resources/reference/README.md}.
 *
 * @param name folder
 * @param letterbox from the image to the network's input
 * @param outputs of the network
 * @param runs of the reference's post-processing
 */
public record ReferenceCase(
        String name, Letterbox letterbox, List<Tensor> outputs, List<Run> runs) {

    /** All stored cases. */
    public static final List<String> NAMES =
            List.of(
                    "dense",
                    "nuclei-512",
                    "portrait-150x256",
                    "coins-384x303",
                    "tissue-512x300",
                    "flat-100x60");

    /**
     * What the reference gives for some settings.
     *
     * @param objects in its order
     */
    public record Run(double confidence, double iou, List<SegmentedObject> objects) {}

    /** Reads a case. */
    public static ReferenceCase read(String name) {
        JsonObject json = json(name);
        Size image = size(json.getAsJsonObject("image"));
        Letterbox letterbox = Letterbox.centered(image, size(json.getAsJsonObject("network")));
        List<Tensor> outputs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int[] shape = new Gson().fromJson(json.getAsJsonArray("outputs").get(i), int[].class);
            outputs.add(Tensor.of(floats(name, "output" + i), shape));
        }
        List<Run> runs = new ArrayList<>();
        json.getAsJsonArray("runs").forEach(run -> runs.add(run(run.getAsJsonObject())));
        return new ReferenceCase(name, letterbox, outputs, runs);
    }

    /** The outputs as a model file would declare them. */
    public List<TensorInfo> declared() {
        List<TensorInfo> infos = new ArrayList<>();
        for (Tensor output : outputs) {
            List<Long> shape = new ArrayList<>();
            for (int length : output.shape()) {
                shape.add((long) length);
            }
            infos.add(new TensorInfo("output" + infos.size(), ElementType.FLOAT32, shape));
        }
        return infos;
    }

    /** The network's input, [1, 3, y, x]; not stored for "dense". */
    public Tensor input() {
        Size size = letterbox.network();
        return Tensor.of(floats(name, "input"), 1, 3, size.height(), size.width());
    }

    private static Run run(JsonObject json) {
        List<SegmentedObject> objects = new ArrayList<>();
        json.getAsJsonArray("objects").forEach(o -> objects.add(object(o.getAsJsonObject())));
        return new Run(
                json.get("confidence").getAsDouble(), json.get("iou").getAsDouble(), objects);
    }

    private static SegmentedObject object(JsonObject json) {
        float[] b = new Gson().fromJson(json.get("box"), float[].class);
        return new SegmentedObject(
                mask(json.getAsJsonObject("mask")),
                new Box(b[0], b[1], b[2], b[3]),
                json.get("score").getAsFloat());
    }

    private static Mask mask(JsonObject json) {
        Region bounds =
                new Region(
                        json.get("x").getAsInt(),
                        json.get("y").getAsInt(),
                        json.get("width").getAsInt(),
                        json.get("height").getAsInt());
        MaskBuilder builder = new MaskBuilder(bounds);
        int[] lengths = new Gson().fromJson(json.get("runs"), int[].class);
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (int end = at + lengths[i]; at < end; at++) {
                if (i % 2 == 1) {
                    builder.add(bounds.x() + at % bounds.width(), bounds.y() + at / bounds.width());
                }
            }
        }
        return builder.toMask();
    }

    private static Size size(JsonObject json) {
        return new Size(json.get("width").getAsInt(), json.get("height").getAsInt());
    }

    private static JsonObject json(String name) {
        byte[] bytes = unzipped(name, "expected.json.gz");
        return new Gson().fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
    }

    private static float[] floats(String name, String file) {
        byte[] bytes = unzipped(name, file + ".f32.gz");
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    private static byte[] unzipped(String name, String file) {
        String path = "/reference/" + name + "/" + file;
        try (InputStream in = ReferenceCase.class.getResourceAsStream(path);
                InputStream unzipped = new GZIPInputStream(in)) {
            return unzipped.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the test resource " + path, e);
        }
    }
}
