package sc.fiji.fastsam.text;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;

/** 500 objects of 10 to 90 px are ranked by two words, with the tiny CLIP of the tests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class ObjectScorerBenchmark {

    private static final int SIDE = 2048;

    private final EmbeddingCache cache = new EmbeddingCache(32 << 20);
    private final List<SegmentedObject> objects = new ArrayList<>();
    private RgbImage planes;
    private ClipEncoders clip;
    private int turn;

    /** Noise and rectangles. */
    @Setup
    public void prepare() throws ModelException {
        clip = TinyClip.open("tiny-clip");
        Random random = new Random(1);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        planes = RgbImage.gray(new Size(SIDE, SIDE), values);
        for (int i = 0; i < 500; i++) {
            int width = 10 + random.nextInt(80);
            int height = 10 + random.nextInt(80);
            int x = random.nextInt(SIDE - width);
            Region region = new Region(x, random.nextInt(SIDE - height), width, height);
            objects.add(new SegmentedObject(Mask.ofRegion(region), region.toBox(), 0.9f));
        }
    }

    /** A plane that was not seen before. */
    @Benchmark
    public TextScores first() {
        return new ObjectScorer(clip, CropStyle.MASKED, new EmbeddingCache(32 << 20))
                .score(planes, objects, TextQuery.of("small round object; ring"));
    }

    /** Another word on the same objects. */
    @Benchmark
    public TextScores again() {
        return new ObjectScorer(clip, CropStyle.MASKED, cache)
                .score(planes, objects, TextQuery.of("small round object " + turn++));
    }

    @TearDown
    public void close() {
        clip.close();
    }
}
