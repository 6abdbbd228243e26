package sc.fiji.fastsam.detection;

import java.util.ArrayList;
import java.util.List;
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
import sc.fiji.fastsam.geometry.Box;

/** Suppression of many candidates: clusters of seven round objects of 8 to 200 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class SuppressionBenchmark {

    private static final int SIDE = 2048;

    @Param({"6000", "50000"})
    public int candidates;

    @Param({"0.3", "0.7", "0.9"})
    public double iou;

    private List<Candidate> all;

    @Setup
    public void create() {
        Random random = new Random(4);
        all = new ArrayList<>();
        Box object = null;
        for (int i = 0; i < candidates; i++) {
            if (i % 7 == 0) {
                float size = (float) (8 * Math.pow(25, random.nextDouble()));
                float x = random.nextFloat() * SIDE;
                float y = random.nextFloat() * SIDE;
                object = Box.ofCenter(x, y, size, size);
            }
            float d = object.width() * 0.1f;
            Box box = object.translate(d * random.nextFloat(), d * random.nextFloat());
            all.add(new Candidate(box, random.nextFloat(), 0, i));
        }
    }

    @Benchmark
    public List<Candidate> suppress() {
        return Suppression.suppress(all, iou);
    }
}
