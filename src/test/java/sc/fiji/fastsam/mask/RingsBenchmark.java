package sc.fiji.fastsam.mask;

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
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/** Rings round discs of 12 to 34 pixels, about one in 90 x 90 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RingsBenchmark {

    private static final int SPACING = 90;

    @Param({"1024", "20000"})
    public int side;

    @Param({"8", "50"})
    public int width;

    private List<SegmentedObject> objects;

    @Setup
    public void create() {
        Random random = new Random(1);
        objects = new ArrayList<>();
        for (int y = SPACING / 2; y < side; y += SPACING) {
            for (int x = SPACING / 2; x < side; x += SPACING) {
                int radius = 6 + random.nextInt(12);
                objects.add(disc(x + random.nextInt(9), y + random.nextInt(9), radius));
            }
        }
    }

    private SegmentedObject disc(int x, int y, int radius) {
        Region around = new Region(x - radius, y - radius, 2 * radius + 1, 2 * radius + 1);
        MaskBuilder builder = new MaskBuilder(around.intersection(Region.of(new Size(side, side))));
        for (int dy = -radius; dy <= radius; dy++) {
            int half = (int) Math.sqrt(radius * radius - dy * dy);
            builder.addRun(y + dy, x - half, x + half + 1);
        }
        Mask mask = builder.toMask();
        return new SegmentedObject(mask, mask.bounds().toBox(), 0.9f);
    }

    @Benchmark
    public List<Mask> rings() {
        return Rings.of(objects, new Size(side, side), width);
    }
}
