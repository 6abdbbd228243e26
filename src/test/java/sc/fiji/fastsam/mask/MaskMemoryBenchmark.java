package sc.fiji.fastsam.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * What the masks of 4096 x 4096 pixels cost: assembly of 100, 1000 and 5000 objects with boxes of
 * 16 to 128 pixels a side, the suppression of repeated ones, and the memory that the result holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 5)
@Fork(1)
public class MaskMemoryBenchmark {

    private static final Size PLANE = new Size(4096, 4096);
    private static final Size NETWORK = new Size(1024, 1024);
    private static final InputPlacement PLACEMENT =
            InputPlacement.ofWhole(Letterbox.centered(PLANE, NETWORK));

    @Param({"100", "1000", "5000"})
    public int objects;

    private Tensor prototypes;
    private List<Detection> detections;
    private List<SegmentedObject> assembled;

    /** Figures beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Held {
        /** Sum of the boxes' areas, in thousands of source pixels. */
        public long boxKilopixels;

        /** What the list of objects keeps from being collected, in kilobytes. */
        public long kilobytes;
    }

    @Setup
    public void create() {
        Random random = new Random(9);
        prototypes = Tensor.zeros(32, 256, 256);
        for (int i = 0; i < prototypes.values().length; i++) {
            prototypes.values()[i] = random.nextFloat();
        }
        float[] coefficients = new float[32];
        Arrays.fill(coefficients, 1);
        detections = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            float width = 4 + random.nextFloat() * 28;
            float height = 4 + random.nextFloat() * 28;
            float x = random.nextFloat() * (1024 - width);
            float y = random.nextFloat() * (1024 - height);
            Box box = new Box(x, y, x + width, y + height);
            detections.add(new Detection(box, random.nextFloat(), 0, coefficients));
        }
        assembled = assemble();
    }

    @Benchmark
    public List<SegmentedObject> assemble() {
        return new MaskAssembler(prototypes, PLACEMENT).assemble(detections);
    }

    @Benchmark
    public List<SegmentedObject> suppress() {
        return MaskSuppression.suppress(assembled, 0.7);
    }

    /** Its time means nothing. */
    @Benchmark
    @Measurement(iterations = 1)
    public int hold(Held held) {
        // NB: the list of the setup is let go, so that the difference is that of one list.
        assembled = List.of();
        long before = usedBytes();
        assembled = assemble();
        held.kilobytes = (usedBytes() - before) / 1000;
        for (SegmentedObject object : assembled) {
            held.boxKilopixels += (long) object.boxInSource().area();
        }
        held.boxKilopixels /= 1000;
        return assembled.size();
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        // NB: the serial collector compacts everything at every fourth collection only.
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
