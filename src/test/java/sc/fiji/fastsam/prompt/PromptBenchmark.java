package sc.fiji.fastsam.prompt;

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
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.BoxRule;
import sc.fiji.fastsam.settings.PointRule;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * One prompt on 850 objects of 1024 x 1024, the index made anew each time, as a script's {@code
 * segmentation.select} does; and the objects at a pixel of 4096 x 4096 with 5000 objects.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PromptBenchmark {

    private Segmentation field;
    private ObjectIndex index;
    private Selector selector;
    private Random random;

    @Setup
    public void create() {
        random = new Random(5);
        field = discs(1024, 850);
        selector = Selector.of(field);
        Segmentation large = discs(4096, 5000);
        index = ObjectIndex.of(large.size(), large.objects());
    }

    private Segmentation discs(int side, int count) {
        Scene scene = new Scene(side, side);
        for (int i = 0; i < count; i++) {
            int radius = i % 100 == 0 ? side / 4 : 10 + random.nextInt(20);
            scene.disc(random.nextInt(side), random.nextInt(side), radius, 1 - i * 1e-4);
        }
        return scene.segmentation();
    }

    @Benchmark
    public Answers pointMerge() {
        return field.select(
                Prompts.point(random.nextInt(1024), random.nextInt(1024))
                        .withSettings(PromptSettings.DEFAULT.withPointRule(PointRule.MERGE)));
    }

    @Benchmark
    public Answers pointBestScore() {
        return field.select(
                Prompts.point(random.nextInt(1024), random.nextInt(1024))
                        .withSettings(PromptSettings.DEFAULT.withPointRule(PointRule.BEST_SCORE)));
    }

    @Benchmark
    public Answers boxByBoxIou() {
        return box(BoxRule.BOX_IOU, 40);
    }

    @Benchmark
    public Answers boxByMaskIou() {
        return box(BoxRule.MASK_IOU, 40);
    }

    @Benchmark
    public Answers fullBoxByMaskIou() {
        return box(BoxRule.MASK_IOU, 1024);
    }

    @Benchmark
    public Answers pointBySelectorThatIsKept() {
        return selector.select(Prompts.point(random.nextInt(1024), random.nextInt(1024)));
    }

    @Benchmark
    public Answers boxBySelectorThatIsKept() {
        return selector.select(
                Prompts.box(random.nextInt(1000), random.nextInt(1000), 40, 40)
                        .withSettings(PromptSettings.DEFAULT.withBoxRule(BoxRule.MASK_IOU)));
    }

    @Benchmark
    public int[] objectsAtAPixel() {
        return index.at(random.nextInt(4096), random.nextInt(4096));
    }

    private Answers box(BoxRule rule, int side) {
        return field.select(
                Prompts.box(random.nextInt(1000), random.nextInt(1000), side, side)
                        .withSettings(PromptSettings.DEFAULT.withBoxRule(rule)));
    }

    /** Runs these benchmarks alone. */
    public static void main(String[] args) throws Exception {
        org.openjdk.jmh.Main.main(new String[] {PromptBenchmark.class.getName()});
    }
}
