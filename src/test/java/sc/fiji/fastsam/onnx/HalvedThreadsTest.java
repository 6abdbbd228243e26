package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

class HalvedThreadsTest {

    private static final Tensor INPUT = Tensor.zeros(1, 3, 32, 32);

    private final List<String> log = new ArrayList<>();
    private final HalvedThreads sessions =
            new HalvedThreads(
                    new Noted("whole"),
                    () -> {
                        log.add("open");
                        return new Noted("half");
                    });

    /** A session that notes its runs; during one, another thing may be done, as a second run. */
    private final class Noted implements Session {

        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public List<TensorInfo> inputs() {
            return List.of();
        }

        @Override
        public List<String> openLengths() {
            return List.of();
        }

        @Override
        public List<TensorInfo> outputs() {
            return List.of();
        }

        @Override
        public Map<String, String> metadata() {
            return Map.of();
        }

        @Override
        public List<Tensor> run(Tensor input, BooleanSupplier meanwhile) {
            log.add(name);
            meanwhile.getAsBoolean();
            return List.of(input);
        }

        @Override
        public void close() {
            log.add("close " + name);
        }
    }

    private boolean alone() {
        return run(() -> false);
    }

    /** One run, and another while it goes on. */
    private boolean beside() {
        return run(this::alone);
    }

    private boolean run(BooleanSupplier meanwhile) {
        try {
            return sessions.run(INPUT, meanwhile).isEmpty();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> times(int number, String what) {
        return Collections.nCopies(number, what);
    }

    @Test
    void aRunAloneHasAllThreads() {
        IntStream.range(0, 20).forEach(i -> alone());
        assertEquals(times(20, "whole"), log);
    }

    @Test
    void aSecondSessionIsOpenedAfterSomeRunsBesideOthers() {
        IntStream.range(0, 7).forEach(i -> beside());
        assertEquals(times(14, "whole"), log);
        log.clear();
        beside();
        assertEquals(List.of("whole", "open", "half"), log);
        log.clear();
        beside();
        beside();
        assertEquals(times(4, "half"), log);
    }

    @Test
    void whoHasBeenAloneForAWholeRunHasAllThreadsAgain() {
        IntStream.range(0, 8).forEach(i -> beside());
        log.clear();
        alone();
        alone();
        assertEquals(List.of("half", "whole"), log);
    }

    @Test
    void aRunThatFailsEnds() {
        BooleanSupplier failing =
                () -> {
                    throw new IllegalStateException();
                };
        for (int i = 0; i < 20; i++) {
            assertThrows(IllegalStateException.class, () -> run(failing));
        }
        assertEquals(times(20, "whole"), log);
    }

    @Test
    void bothAreClosed() {
        IntStream.range(0, 8).forEach(i -> beside());
        log.clear();
        sessions.close();
        assertEquals(List.of("close half", "close whole"), log);
    }

    @Test
    void runsBesideEachOtherGiveWhatOneAloneGives() throws ModelException {
        Random random = new Random(7);
        float[] values = new float[3 * 96 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        Tensor image = Tensor.of(values, 1, 3, 96, 64);
        DeviceRequest cpu = DeviceRequest.of(Device.CPU);
        try (OnnxNetwork one = OnnxNetwork.open(ModelFile.bundled(), cpu.withThreads(1));
                OnnxNetwork four = OnnxNetwork.open(ModelFile.bundled(), cpu.withThreads(4))) {
            assertEquals(1, one.runsAtOnce());
            assertEquals(2, four.runsAtOnce());
            List<Tensor> expected = one.run(image);
            IntStream.range(0, 40).parallel().mapToObj(i -> four.run(image)).toList().stream()
                    .forEach(
                            found -> {
                                for (int i = 0; i < expected.size(); i++) {
                                    assertArrayEquals(
                                            expected.get(i).values(), found.get(i).values(), 0);
                                }
                            });
        }
    }
}
