package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

class OnnxNetworkTest {

    @TempDir Path folder;

    private static OnnxNetwork open(String name) throws ModelException {
        return OnnxNetwork.open(ModelFile.of(TinyModels.path(name)), DeviceRequest.of(Device.CPU));
    }

    @Test
    void declaresWhatTheFileDeclares() throws ModelException {
        try (OnnxNetwork network = open("l2-dynamic")) {
            assertEquals(
                    List.of(
                            new TensorInfo(
                                    "images", ElementType.FLOAT32, List.of(-1L, 3L, -1L, -1L))),
                    network.inputs());
            assertEquals(
                    List.of("output0", "output1"),
                    network.outputs().stream().map(TensorInfo::name).toList());
            assertEquals("24", network.metadata().get("fastsam.favourite_diameter"));
            assertEquals(Device.CPU, network.device());
            assertEquals("", network.deviceReason());
        }
    }

    /**
     * The stride-8 cell in column 5, row 2 (x 40..47, y 16..23) is dark, the one left of it not.
     */
    @ParameterizedTest
    @ValueSource(strings = {"l1-static", "l2-dynamic", "l6-half", "l6-half-outputs", "l7-int8"})
    void givesTheOutputsAsFloatsWhateverItsTypes(String name) throws ModelException {
        try (OnnxNetwork network = open(name)) {
            List<Tensor> outputs = network.run(TinyModels.image());
            assertArrayEquals(new int[] {1, 37, 126}, outputs.get(0).shape());
            assertArrayEquals(new int[] {1, 32, 16, 24}, outputs.get(1).shape());
            float[] cell = row(outputs.get(0), 2 * 12 + 4);
            assertArrayEquals(new float[] {26, 16, 28, 16, 0.9f, 1, 0}, cell, 2e-3f);
            float[] dark = row(outputs.get(0), 2 * 12 + 5);
            assertArrayEquals(new float[7], dark, 0);
            assertEquals(10, outputs.get(1).values()[2 * 24 + 3], 1e-2);
        }
    }

    private static float[] row(Tensor output, int index) {
        float[] row = new float[7];
        for (int i = 0; i < row.length; i++) {
            row[i] = output.values()[i * 126 + index];
        }
        return row;
    }

    @Test
    void takesImagesOfAnySizeOneAfterTheOtherWhenItsAxesAreOpen() throws ModelException {
        try (OnnxNetwork network = open("l2-dynamic")) {
            int[][] sizes = {{320, 64}, {32, 96}, {64, 64}, {640, 32}};
            for (int[] size : sizes) {
                Tensor image = Tensor.zeros(1, 3, size[0], size[1]);
                image.values()[0] = 99; // makes the first block bright
                List<Tensor> outputs = network.run(image);
                assertArrayEquals(
                        new int[] {1, 32, size[0] / 4, size[1] / 4}, outputs.get(1).shape());
                assertArrayEquals(
                        new float[] {2, 2, 4, 4},
                        first(outputs.get(0)),
                        0,
                        "image " + image + " after a larger one");
            }
        }
    }

    private static float[] first(Tensor output) {
        float[] box = new float[4];
        for (int i = 0; i < 4; i++) {
            box[i] = output.values()[i * output.length(2)];
        }
        return box;
    }

    @Test
    void givesTheSameWhenManyThreadsRunItAtOnce() throws ModelException {
        try (OnnxNetwork network = open("l2-dynamic")) {
            float[] expected = network.run(TinyModels.image()).get(0).values();
            IntStream.range(0, 40)
                    .parallel()
                    .forEach(
                            i -> {
                                network.run(Tensor.zeros(1, 3, 32 + 32 * (i % 3), 64));
                                float[] got = network.run(TinyModels.image()).get(0).values();
                                assertArrayEquals(expected, got, 0);
                            });
        }
    }

    @Test
    void leavesTheInputAsItWas() throws ModelException {
        try (OnnxNetwork network = open("l1-static")) {
            Tensor image = TinyModels.image();
            network.run(image);
            assertArrayEquals(TinyModels.image().values(), image.values());
        }
    }

    @Test
    void endsInMidRunWhenCanceled() throws ModelException {
        try (OnnxNetwork network = open("slow")) {
            CountDownLatch asked = new CountDownLatch(3); // the first is asked before the run
            assertThrows(
                    CancellationException.class,
                    () ->
                            network.run(
                                    TinyModels.image(),
                                    () -> {
                                        asked.countDown();
                                        return asked.getCount() == 0;
                                    }));
        }
    }

    @Test
    void aQuestionThatThrowsInMidRunEndsTheRunWithItsOwnException() throws ModelException {
        try (OnnxNetwork network = open("slow")) {
            CountDownLatch asked = new CountDownLatch(3);
            IllegalStateException e =
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    network.run(
                                            TinyModels.image(),
                                            () -> {
                                                asked.countDown();
                                                if (asked.getCount() == 0) {
                                                    throw new IllegalStateException("window gone");
                                                }
                                                return false;
                                            }));
            assertEquals("window gone", e.getMessage());
        }
    }

    @Test
    void anInterruptEndsTheRunAndStaysSet() throws ModelException {
        try (OnnxNetwork network = open("slow")) {
            Thread caller = Thread.currentThread();
            CountDownLatch asked = new CountDownLatch(3);
            assertThrows(
                    CancellationException.class,
                    () ->
                            network.run(
                                    TinyModels.image(),
                                    () -> {
                                        asked.countDown();
                                        if (asked.getCount() == 0) {
                                            caller.interrupt();
                                        }
                                        return false;
                                    }));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void doesNotBeginWhenAlreadyCanceled() throws ModelException {
        try (OnnxNetwork network = open("slow")) {
            assertThrows(
                    CancellationException.class, () -> network.run(TinyModels.image(), () -> true));
        }
    }

    @Test
    void runsAgainAfterACanceledRun() throws ModelException {
        try (OnnxNetwork network = open("l1-static")) {
            assertThrows(
                    CancellationException.class, () -> network.run(TinyModels.image(), () -> true));
            assertEquals(2, network.run(TinyModels.image(), () -> false).size());
        }
    }

    @Test
    void cannotBeUsedAfterClose() throws ModelException {
        OnnxNetwork network = open("l1-static");
        network.close();
        network.close();
        IllegalStateException e =
                assertThrows(IllegalStateException.class, () -> network.run(TinyModels.image()));
        assertTrue(e.getMessage().contains("closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l2-dynamic", "l6-half"})
    void oneChannelIsGivenToEach(String name) throws ModelException {
        float[] gray = new float[TinyModels.WIDTH * TinyModels.HEIGHT];
        float[] colors = new float[3 * gray.length];
        for (int i = 0; i < colors.length; i++) {
            gray[i % gray.length] = i % gray.length % 7 / 8f;
            colors[i] = i % gray.length % 7 / 8f;
        }
        try (OnnxNetwork network = open(name)) {
            List<Tensor> expected =
                    network.run(Tensor.of(colors, 1, 3, TinyModels.HEIGHT, TinyModels.WIDTH));
            List<Tensor> found =
                    network.run(Tensor.of(gray, 1, 1, TinyModels.HEIGHT, TinyModels.WIDTH));
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i).values(), found.get(i).values(), 0);
            }
        }
    }

    @Test
    void refusesAnInputOfAnotherShapeAndNamesBoth() throws ModelException {
        try (OnnxNetwork network = open("l1-static")) {
            IllegalArgumentException e =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> network.run(Tensor.zeros(1, 3, 96, 64)));
            assertEquals(
                    "The input must be images float32 [1, 3, 64, 96], but was [1, 3, 96, 64].",
                    e.getMessage());
        }
    }

    @Test
    void automaticallyTakesTheCpuWithoutAWordWhenNothingElseIsOffered() throws ModelException {
        ModelFile model = ModelFile.of(TinyModels.path("l1-static"));
        try (OnnxNetwork network = OnnxNetwork.open(model, DeviceRequest.AUTO)) {
            boolean mac = Platform.current().system().equals("osx");
            assertTrue(mac || network.device() == Device.CPU);
            assertTrue(mac || network.deviceReason().isEmpty(), network.deviceReason());
        }
    }

    @Test
    void automaticallyTakesTheCpuAndSaysWhyWhenTheGpuLibrariesAreIncomplete()
            throws ModelException {
        ModelFile model = ModelFile.of(TinyModels.path("l1-static"));
        DeviceRequest request = DeviceRequest.AUTO.withGpuNatives(folder);
        try (OnnxNetwork network = OnnxNetwork.open(model, request)) {
            assertTrue(network.deviceReason().contains("lacks"), "said " + network.deviceReason());
            assertTrue(network.deviceReason().contains(folder.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUDA", "TENSORRT", "COREML"})
    void givesAChecklistForADeviceByNameThatIsNotThere(String device) {
        ModelFile model = ModelFile.of(TinyModels.path("l1-static"));
        DeviceRequest request = DeviceRequest.of(Device.valueOf(device));
        if (DeviceReport.create(request).lines().stream()
                .anyMatch(line -> line.available() && line.device() == request.device())) {
            return;
        }
        DeviceException e =
                assertThrows(DeviceException.class, () -> OnnxNetwork.open(model, request));
        assertTrue(e.getMessage().contains("\n  1. "), e.getMessage());
        assertTrue(e.getMessage().contains("device " + request.device()), e.getMessage());
        assertTrue(e.getMessage().endsWith("Or choose device auto or cpu."), e.getMessage());
    }

    @Test
    void refusesACutFile() throws Exception {
        byte[] whole = Files.readAllBytes(TinyModels.path("l1-static"));
        Path cut = folder.resolve("cut.onnx");
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        ModelException e = refused(cut);
        assertTrue(e.getMessage().contains("only a part of one"), e.getMessage());
    }

    @Test
    void refusesAFileThatIsNotOnnx() throws Exception {
        Path text = folder.resolve("text.onnx");
        Files.writeString(text, "This is a note about a network, long enough to be looked at.");
        ModelException e = refused(text);
        assertTrue(e.getMessage().contains("is no ONNX file"), e.getMessage());
    }

    private static ModelException refused(Path file) {
        ModelException e =
                assertThrows(
                        ModelException.class,
                        () -> OnnxNetwork.open(ModelFile.of(file), DeviceRequest.AUTO));
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        assertFalse(e instanceof DeviceException);
        return e;
    }

    @Test
    void opensFilesWithUnusualNames() throws Exception {
        Path odd = folder.resolve("nətwork 1 (copy).onnx");
        Files.copy(TinyModels.path("l1-static"), odd);
        try (OnnxNetwork network = OnnxNetwork.open(ModelFile.of(odd), DeviceRequest.AUTO)) {
            assertEquals(2, network.run(TinyModels.image()).size());
        }
    }
}
