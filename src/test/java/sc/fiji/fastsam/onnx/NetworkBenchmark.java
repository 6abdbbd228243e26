package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * The bundled network through {@link OnnxNetwork} (cancelable, outputs as Java arrays) and through
 * ONNX Runtime alone: input that is already in native memory, outputs left there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class NetworkBenchmark {

    @Param({"512", "1024"})
    public int side;

    @Param({"2"})
    public int threads;

    private OnnxNetwork network;
    private Tensor input;
    private OrtEnvironment environment;
    private OrtSession session;
    private OrtSession sameOptions;
    private OnnxTensor inNativeMemory;

    @Setup
    public void open() throws Exception {
        input = Tensor.zeros(1, 3, side, side);
        Random random = new Random(1);
        for (int i = 0; i < input.values().length; i++) {
            input.values()[i] = random.nextFloat();
        }
        ModelFile model = ModelFile.bundled();
        network = OnnxNetwork.open(model, DeviceRequest.of(Device.CPU).withThreads(threads));
        environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        session = environment.createSession(model.read(), options);
        OrtSession.SessionOptions ours = new OrtSession.SessionOptions();
        SessionOpener.configure(ours, threads);
        sameOptions = environment.createSession(model.read(), ours);
        inNativeMemory = toNative();
    }

    private OnnxTensor toNative() throws OrtException {
        FloatBuffer buffer =
                ByteBuffer.allocateDirect(4 * input.values().length)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer()
                        .put(input.values())
                        .flip();
        return OnnxTensor.createTensor(environment, buffer, new long[] {1, 3, side, side});
    }

    @TearDown
    public void close() throws OrtException {
        network.close();
        inNativeMemory.close();
        session.close();
        sameOptions.close();
    }

    /** What the segmenter calls. */
    @Benchmark
    public List<Tensor> ours() {
        return network.run(input, () -> false);
    }

    /** ONNX Runtime with its own default options and no copy at all. */
    @Benchmark
    public int onnxRuntimeAlone() throws OrtException {
        return run(session);
    }

    /** The same with the options that we give it (no spinning threads, no memory pattern). */
    @Benchmark
    public int onnxRuntimeWithOurOptions() throws OrtException {
        return run(sameOptions);
    }

    private int run(OrtSession alone) throws OrtException {
        try (OrtSession.Result result = alone.run(Map.of("images", inNativeMemory))) {
            return result.size();
        }
    }
}
