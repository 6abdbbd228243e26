package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** Devices that this computer need not have, played by fakes. */
class DeviceFallbackTest {

    private static final Tensor INPUT = Tensor.zeros(1, 3, 64, 32);
    private static final Set<OrtProvider> CUDA = EnumSet.of(OrtProvider.CPU, OrtProvider.CUDA);
    private static final BooleanSupplier NEVER = () -> false;

    private final List<String> log = new ArrayList<>();

    /** Answers each run with its input, or fails with a message. */
    private final class Fake implements Session {

        private final String name;
        private final String failure;

        Fake(String name, String failure) {
            this.name = name;
            this.failure = failure;
        }

        @Override
        public List<String> openLengths() {
            return List.of();
        }

        @Override
        public List<TensorInfo> inputs() {
            return List.of(
                    new TensorInfo(
                            "images", TensorInfo.ElementType.FLOAT32, List.of(-1L, 3L, -1L, -1L)));
        }

        @Override
        public List<TensorInfo> outputs() {
            return inputs();
        }

        @Override
        public Map<String, String> metadata() {
            return Map.of();
        }

        @Override
        public List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException {
            log.add(name + " runs " + input);
            if (!failure.isEmpty()) {
                throw new OrtException(failure);
            }
            return List.of(input);
        }

        @Override
        public void close() {
            log.add(name + " closes");
        }
    }

    private OnnxNetwork network(Device device, String failure) {
        DeviceChoice choice = new DeviceChoice(new Fake("first", failure), device, "");
        return new OnnxNetwork(choice, () -> new Fake("cpu", ""));
    }

    @Test
    void repeatsARunOnTheCpuWhenTheGpuIsOutOfMemory() {
        try (OnnxNetwork network = network(Device.CUDA, "CUDA failure 2: out of memory")) {
            Inference inference = network.infer(INPUT, NEVER);
            assertSame(INPUT, inference.outputs().get(0));
            assertEquals(Device.CPU, inference.device());
            assertTrue(inference.note().startsWith("cuda had too little memory"));
            assertEquals(Device.CUDA, network.device());
        }
        assertEquals(
                List.of(
                        "first runs [1, 3, 64, 32]",
                        "cpu runs [1, 3, 64, 32]",
                        "cpu closes",
                        "first closes"),
                log);
    }

    @Test
    void triesTheGpuAgainWithTheNextImageAndOpensTheCpuOnce() {
        try (OnnxNetwork network = network(Device.CUDA, "Failed to allocate memory")) {
            network.infer(INPUT, NEVER);
            network.infer(INPUT, NEVER);
        }
        assertEquals(2, log.stream().filter(line -> line.startsWith("first runs")).count());
        assertEquals(1, log.stream().filter("cpu closes"::equals).count());
    }

    @Test
    void saysThatMemoryIsTooSmallWhenTheCpuHasNoneLeft() {
        try (OnnxNetwork network = network(Device.CPU, "std::bad_alloc")) {
            InferenceException e = assertThrows(InferenceException.class, () -> network.run(INPUT));
            assertTrue(e.getMessage().contains("[1, 3, 64, 32]"), e.getMessage());
            assertTrue(e.getMessage().contains("smaller image size"), e.getMessage());
        }
    }

    @Test
    void passesOnOtherFailuresOfTheGpuAsItsOwn() {
        try (OnnxNetwork network = network(Device.CUDA, "node Conv_3 is ill")) {
            InferenceException e = assertThrows(InferenceException.class, () -> network.run(INPUT));
            assertTrue(e.getMessage().contains("node Conv_3 is ill"), e.getMessage());
            assertTrue(e.getCause() instanceof OrtException);
        }
    }

    @Test
    void takesTheAcceleratorThatPassesItsFirstRun() throws Exception {
        DeviceChoice choice = DeviceChoice.fastest(d -> new Fake(d.key(), ""), CUDA, "");
        assertEquals(Device.CUDA, choice.device());
        assertEquals("", choice.reason());
        assertEquals(List.of("cuda runs [1, 3, 64, 64]"), log);
    }

    @Test
    void triesTheAcceleratorWithTheShapeThatIsNamed() throws Exception {
        DeviceChoice.fastest(d -> new Fake(d.key(), ""), CUDA, "", 1, 3, 224, 224);
        assertEquals(List.of("cuda runs [1, 3, 224, 224]"), log);
    }

    @Test
    void takesTheCpuWhenTheFirstRunFailsAndSaysWhy() throws Exception {
        DeviceChoice choice =
                DeviceChoice.fastest(
                        d -> new Fake(d.key(), d == Device.CUDA ? "no cuDNN" : ""), CUDA, "");
        assertEquals(Device.CPU, choice.device());
        assertEquals("cuda does not work here: no cuDNN", choice.reason());
        assertEquals(List.of("cuda runs [1, 3, 64, 64]", "cuda closes"), log);
    }

    @Test
    void takesTheCpuWhenTheAcceleratorCannotBeOpened() throws Exception {
        DeviceChoice.Opener opener =
                device -> {
                    if (device == Device.COREML) {
                        throw new OrtException("no neural engine");
                    }
                    return new Fake(device.key(), "");
                };
        DeviceChoice choice =
                DeviceChoice.fastest(opener, EnumSet.of(OrtProvider.CORE_ML, OrtProvider.CPU), "");
        assertEquals(Device.CPU, choice.device());
        assertEquals("coreml does not work here: no neural engine", choice.reason());
    }

    @Test
    void neverTakesTensorRtByItself() throws Exception {
        Set<OrtProvider> offered = EnumSet.of(OrtProvider.CPU, OrtProvider.TENSOR_RT);
        DeviceChoice choice = DeviceChoice.fastest(d -> new Fake(d.key(), ""), offered, "");
        assertEquals(Device.CPU, choice.device());
    }
}
