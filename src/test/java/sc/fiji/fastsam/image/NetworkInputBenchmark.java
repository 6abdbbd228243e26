package sc.fiji.fastsam.image;

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
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;

/** A gray plane becomes a network input of about 1024 x 1024, enlarged, as it is, and shrunk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetworkInputBenchmark {

    @Param({"512", "1024", "2048"})
    private int side;

    private RgbImage planes;
    private Letterbox letterbox;

    /** Noise. */
    @Setup
    public void prepare() {
        float[] values = new float[side * side];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        planes = RgbImage.gray(new Size(side, side), values);
        letterbox = Letterbox.scaledBy(planes.size(), 1024.0 / side, 32);
    }

    /** The input. */
    @Benchmark
    public Tensor input() {
        return NetworkInput.of(planes, Region.of(planes.size()), letterbox);
    }
}
