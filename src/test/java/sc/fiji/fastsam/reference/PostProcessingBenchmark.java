package sc.fiji.fastsam.reference;

import java.util.List;
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
import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.detection.Detections;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.detection.Proposals;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.mask.InputPlacement;
import sc.fiji.fastsam.mask.MaskAssembler;
import sc.fiji.fastsam.mask.MaskSuppression;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.opencv.MaskSmoother;
import sc.fiji.fastsam.settings.DetectionSettings;

/** Raw network output to final masks: the stored dense case, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PostProcessingBenchmark {

    private static final DetectionSettings SETTINGS = new DetectionSettings(0.4, 0.9, 0);

    private ReferenceCase dense;
    private Head head;
    private Proposals decoded;
    private Detections kept;
    private List<Detection> large;
    private List<SegmentedObject> objects;

    @Setup
    public void read() {
        dense = ReferenceCase.read("dense");
        head = Heads.of(dense.declared());
        decoded = decode();
        kept = suppress();
        objects = assemble();
        large = kept.detections().stream().limit(10).map(this::inWholeImage).toList();
    }

    private Detection inWholeImage(Detection d) {
        return new Detection(new Box(0, 0, 1024, 1024), d.score(), 0, d.coefficients());
    }

    /** The figure: 6000 candidates to 843 masks in source pixels. */
    @Benchmark
    public List<SegmentedObject> all() {
        Proposals all = head.decode(dense.outputs(), (float) SETTINGS.confidence());
        Detections left = Suppression.suppress(all, SETTINGS);
        return new MaskAssembler(all.prototypes(), InputPlacement.ofWhole(dense.letterbox()))
                .assemble(left.detections());
    }

    @Benchmark
    public Proposals decode() {
        return head.decode(dense.outputs(), (float) SETTINGS.confidence());
    }

    @Benchmark
    public Detections suppress() {
        return Suppression.suppress(decoded, SETTINGS);
    }

    @Benchmark
    public List<SegmentedObject> assemble() {
        return new MaskAssembler(decoded.prototypes(), InputPlacement.ofWhole(dense.letterbox()))
                .assemble(kept.detections());
    }

    /** Ten objects whose boxes are the whole image. */
    @Benchmark
    public List<SegmentedObject> assembleLarge() {
        return new MaskAssembler(decoded.prototypes(), InputPlacement.ofWhole(dense.letterbox()))
                .assemble(large);
    }

    @Benchmark
    public List<SegmentedObject> suppressMasks() {
        return MaskSuppression.suppress(objects, 0.7);
    }

    @Benchmark
    public List<SegmentedObject> smooth() {
        return MaskSmoother.smooth(objects, dense.letterbox().source());
    }
}
