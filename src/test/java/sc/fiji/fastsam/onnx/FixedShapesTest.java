package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.OnnxNetwork.Shapes;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

class FixedShapesTest {

    private static final DeviceRequest CPU = DeviceRequest.of(Device.CPU);

    /** More shapes than have sessions of their own; the first comes again. */
    private static final int[][] SIZES = {
        {64, 96}, {96, 64}, {64, 96}, {64, 64}, {96, 96}, {128, 64}, {64, 96}
    };

    private static Tensor input(int height, int width) {
        return input(new Random(7), height, width);
    }

    private static Tensor input(Random random, int height, int width) {
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Tensor.of(values, 1, 3, height, width);
    }

    @Test
    void eachShapeGivesWhatOneSessionForAnyGives() throws ModelException {
        try (OnnxNetwork any = OnnxNetwork.open(ModelFile.bundled(), CPU);
                OnnxNetwork few = OnnxNetwork.open(ModelFile.bundled(), CPU, Shapes.FEW)) {
            assertTrue(few.wantsFewShapes());
            assertEquals(any.inputs(), few.inputs());
            assertEquals(any.outputs(), few.outputs());
            for (int[] size : SIZES) {
                List<Tensor> expected = any.run(input(size[0], size[1]));
                List<Tensor> found = few.run(input(size[0], size[1]));
                for (int i = 0; i < expected.size(); i++) {
                    assertArrayEquals(expected.get(i).values(), found.get(i).values(), 0);
                }
            }
        }
    }

    @Test
    void whatIsPreparedGivesTheSame() throws Exception {
        SessionOpener opener =
                new SessionOpener(Natives.load(CPU).environment(), ModelFile.bundled(), 1);
        AtomicInteger opened = new AtomicInteger();
        Tensor input = input(64, 96);
        try (Session any = opener.open(Device.CPU);
                FixedShapes few =
                        new FixedShapes(
                                opener.open(Device.CPU),
                                lengths -> {
                                    opened.incrementAndGet();
                                    return opener.open(Device.CPU, lengths);
                                })) {
            few.prepare(List.of(new int[] {1, 3, 64, 96}, new int[] {1, 3, 64, 64}));
            List<Tensor> expected = any.run(input, () -> false);
            List<Tensor> found = few.run(input, () -> false);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i).values(), found.get(i).values(), 0);
            }
        }
        assertEquals(2, opened.get());
    }

    @Test
    void whatCannotBeOpenedIsToldToEachRun() throws Exception {
        SessionOpener opener =
                new SessionOpener(Natives.load(CPU).environment(), ModelFile.bundled(), 1);
        OrtException failure = new OrtException("no memory");
        try (FixedShapes few =
                new FixedShapes(
                        opener.open(Device.CPU),
                        lengths -> {
                            throw failure;
                        })) {
            few.prepare(List.of(new int[] {1, 3, 64, 96}));
            for (int i = 0; i < 3; i++) {
                assertSame(
                        failure,
                        assertThrows(
                                OrtException.class, () -> few.run(input(64, 96), () -> false)));
            }
        }
    }

    @Test
    void oneThatCannotBeOpenedAgainLeavesNoOtherOpen() throws Exception {
        List<String> closed = Collections.synchronizedList(new ArrayList<>());
        SessionOpener opener =
                new SessionOpener(Natives.load(CPU).environment(), ModelFile.bundled(), 1);
        FixedShapes few =
                new FixedShapes(
                        closing(opener.open(Device.CPU), "any", closed),
                        lengths -> {
                            if (lengths.containsValue(64) && lengths.containsValue(96)) {
                                throw new ModelException("damaged since");
                            }
                            return closing(opener.open(Device.CPU, lengths), "fixed", closed);
                        });
        few.prepare(
                List.of(
                        new int[] {1, 3, 64, 64},
                        new int[] {1, 3, 64, 96},
                        new int[] {1, 3, 96, 96},
                        new int[] {1, 3, 128, 128}));
        assertThrows(InferenceException.class, () -> few.run(input(64, 96), () -> false));
        few.close();
        closed.sort(null);
        assertEquals(List.of("any", "fixed", "fixed", "fixed"), closed);
    }

    private static Session closing(Session session, String name, List<String> closed) {
        return new ForwardingSession(session) {
            @Override
            public List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException {
                return session.run(input, canceled);
            }

            @Override
            public void close() {
                closed.add(name);
                session.close();
            }
        };
    }

    /** NB: outputs are copied out of memory that the next run gets. */
    @Test
    void runsAtTheSameTimeKeepTheirOutputsApart() throws ModelException {
        try (OnnxNetwork any = OnnxNetwork.open(ModelFile.bundled(), CPU);
                OnnxNetwork few = OnnxNetwork.open(ModelFile.bundled(), CPU, Shapes.FEW)) {
            List<Tensor> inputs =
                    IntStream.range(0, 24)
                            .mapToObj(seed -> input(new Random(seed), 64, 64))
                            .toList();
            List<List<Tensor>> found = inputs.parallelStream().map(few::run).toList();
            for (int i = 0; i < inputs.size(); i++) {
                List<Tensor> expected = any.run(inputs.get(i));
                for (int k = 0; k < expected.size(); k++) {
                    assertArrayEquals(expected.get(k).values(), found.get(i).get(k).values(), 0);
                }
            }
        }
    }

    @Test
    void aSessionOfOneShapeWritesIntoMemoryThatItKeeps() throws Exception {
        OrtEnvironment environment = Natives.load(CPU).environment();
        List<TensorInfo> declared =
                List.of(
                        new TensorInfo("a", ElementType.FLOAT32, List.of(1L, 2L)),
                        new TensorInfo("b", ElementType.FLOAT32, List.of(1L, 3L, 1L)));
        try (OutputBuffers buffers = new OutputBuffers(environment, declared)) {
            assertTrue(buffers.take().isEmpty(), "before a run has shown what comes");
            buffers.learn(List.of(Tensor.zeros(1, 2), Tensor.zeros(1, 3, 1)));
            OutputBuffers.Outputs first = buffers.take().orElseThrow();
            assertNotSame(first, buffers.take().orElseThrow());
            buffers.giveBack(first);
            assertSame(first, buffers.take().orElseThrow());
            assertEquals(Set.of("a", "b"), first.tensors().keySet());
            buffers.learn(List.of(Tensor.zeros(1, 2), Tensor.zeros(1, 4, 1)));
            assertTrue(buffers.take().isEmpty(), "where an output is not as declared");
        }
    }

    @Test
    void onTheCpuNothingIsFixedUnasked() throws ModelException {
        try (OnnxNetwork network = OnnxNetwork.open(ModelFile.bundled(), CPU, Shapes.FEW_ON_CUDA)) {
            assertFalse(network.wantsFewShapes());
        }
    }

    @Test
    void aNetworkOfOneShapeNeedsNoSecondSession() throws Exception {
        Natives natives = Natives.load(CPU);
        ModelFile model = ModelFile.of(TinyModels.path(TinyModels.segmenting().findFirst().get()));
        SessionOpener opener = new SessionOpener(natives.environment(), model, 1);
        Session any = opener.open(Device.CPU);
        try (Session fixed = new FixedShapes(any, FixedShapesTest::unexpected)) {
            boolean open = any.openLengths().stream().anyMatch(name -> !name.isEmpty());
            assertFalse(open, any.openLengths().toString());
            assertEquals(
                    any.run(TinyModels.image(), () -> false).size(),
                    fixed.run(TinyModels.image(), () -> false).size());
        }
    }

    private static Session unexpected(Map<String, Integer> lengths) {
        throw new AssertionError(lengths);
    }
}
