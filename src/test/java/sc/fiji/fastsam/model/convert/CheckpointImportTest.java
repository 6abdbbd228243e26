package sc.fiji.fastsam.model.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

/** Imported networks compute what PyTorch computes; see make_checkpoints.py. */
class CheckpointImportTest {

    private static final int[][] SIZES = {{32, 64}, {64, 32}};

    @TempDir private Path folder;

    static Path resource(String name) throws URISyntaxException {
        return Path.of(CheckpointImportTest.class.getResource(name).toURI());
    }

    private OnnxNetwork open(String name) throws IOException, URISyntaxException {
        Path onnx = folder.resolve("imported.onnx");
        CheckpointImport.convert(resource(name + ".pt"), onnx, Progress.NONE);
        return OnnxNetwork.open(ModelFile.of(onnx), DeviceRequest.of(Device.CPU));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-v8-old", "tiny-v8-half", "tiny-v8-gray", "tiny-v11"})
    void importedNetworksComputeWhatPyTorchComputes(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(resource(name + ".f32"));
        FloatBuffer expected =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        int channels = name.equals("tiny-v8-gray") ? 1 : 3;
        try (OnnxNetwork network = open(name)) {
            assertEquals(channels, network.inputs().get(0).shape().get(1));
            for (int[] size : SIZES) {
                List<Tensor> found = network.run(picture(size[0], size[1], channels));
                int classes = name.equals("tiny-v8-half") ? 2 : 1;
                assertEquals(4 + classes + 32, found.get(0).length(1));
                compare(found.get(0), 4, expected);
                compare(found.get(1), 0, expected);
            }
        }
        assertEquals(0, expected.remaining());
    }

    /** The first rows are boxes, in pixels: 5e-4; all else 1e-5. */
    private static void compare(Tensor found, int boxRows, FloatBuffer expected) {
        int columns = found.length(found.rank() - 1);
        for (int i = 0; i < found.values().length; i++) {
            float limit = i / columns < boxRows ? 5e-4f : 1e-5f;
            assertEquals(expected.get(), found.values()[i], limit, "number " + i);
        }
    }

    private static Tensor picture(int height, int width, int channels) {
        float[] values = new float[channels * height * width];
        int i = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    values[i++] = (c * 41 + y * y * 3 + x * 29 + x * y) % 97 / 97f;
                }
            }
        }
        return Tensor.of(values, 1, channels, height, width);
    }

    @Test
    void theFileSaysWhatTheCheckpointSaid() throws Exception {
        try (OnnxNetwork network = open("tiny-v8-half")) {
            Map<String, String> metadata = network.metadata();
            assertEquals("{0: 'cell', 1: 'it\\'s \\\\ dead'}", metadata.get("names"));
            assertEquals("segment", metadata.get("task"));
            assertEquals("32", metadata.get("stride"));
            ModelSpec spec = ModelSpec.of(network.inputs(), network.outputs(), metadata);
            assertEquals(256, spec.imageSize());
            assertEquals(List.of("cell", "it's \\ dead"), spec.card().classes());
            assertEquals("BSD-2-Clause (made by make_checkpoints.py)", spec.card().license());
            assertTrue(spec.input().fixedSize().isEmpty());
            assertTrue(spec.input().anyBatch());
        }
    }

    @Test
    void argumentsInAnObjectOfTheirOwnAreRead() throws Exception {
        try (OnnxNetwork network = open("tiny-v8-old")) {
            assertEquals("[320, 320]", network.metadata().get("imgsz"));
            assertEquals("8.0.35", network.metadata().get("version"));
        }
    }

    @Test
    void aCanceledImportLeavesNothing() throws Exception {
        Progress listener =
                new Progress() {
                    private boolean begun;

                    @Override
                    public void update(long done, long total, String task) {
                        assertTrue(done <= total);
                        begun = true;
                    }

                    @Override
                    public boolean isCanceled() {
                        return begun;
                    }
                };
        Path pt = resource("tiny-v11.pt");
        Path onnx = folder.resolve("x.onnx");
        assertThrows(
                CancellationException.class, () -> CheckpointImport.convert(pt, onnx, listener));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
