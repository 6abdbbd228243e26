package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ShortProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.measure.MeasuredObjects;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.Drawn;

/** What follows the masks: 200 objects in 1024 x 1024 pixels, 20 000 in 6144 x 6144. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutputsBenchmark {

    /** Number of objects. */
    @Param({"200", "20000"})
    public int count;

    private ImagePlus imp;
    private Segmentation segmentation;
    private List<Roi> rois;

    /** Wobbly discs of 18 to 54 pixels, a fifth of them with a hole, many overlapping. */
    @Setup
    public void create() {
        int side = count > 1000 ? 6144 : 1024;
        Random random = new Random(1);
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int radius = 9 + random.nextInt(19);
            int x = radius + 3 + random.nextInt(side - 2 * radius - 6);
            int y = radius + 3 + random.nextInt(side - 2 * radius - 6);
            objects.add(Drawn.object(1.0 - i * 0.5 / count, disc(x, y, radius, i % 5 == 0)));
        }
        segmentation = Drawn.segmentation(side, side).withObjects(objects);
        ShortProcessor ip = new ShortProcessor(side, side);
        for (int i = 0; i < side * side; i++) {
            ip.set(i, random.nextInt(4096));
        }
        imp = new ImagePlus("noise", ip);
        rois = ObjectRois.create(objects, RoiPlace.EVERYWHERE);
    }

    private static Mask disc(int x, int y, int radius, boolean hole) {
        int r = radius + 2;
        MaskBuilder builder = new MaskBuilder(new Region(x - r, y - r, 2 * r + 1, 2 * r + 1));
        for (int j = -r; j <= r; j++) {
            for (int i = -r; i <= r; i++) {
                double limit = radius + 1.5 * Math.sin(7 * Math.atan2(j, i));
                double distance = Math.hypot(i, j);
                if (distance <= limit && !(hole && distance < radius / 3.0)) {
                    builder.add(x + i, y + j);
                }
            }
        }
        return builder.toMask();
    }

    /** ImageJ's 16-bit pixels to what the network reads. */
    @Benchmark
    public Object planes() {
        return Planes.of(imp, PlanePosition.FIRST, -1, InputSettings.DEFAULT);
    }

    /** The label image. */
    @Benchmark
    public Object labels() {
        return Labeling.of(segmentation, OverlapRule.SMALLEST_ON_TOP);
    }

    /** Regions of all objects. */
    @Benchmark
    public Object rois() {
        return ObjectRois.create(segmentation.objects(), RoiPlace.EVERYWHERE);
    }

    /** The file of regions, in memory. */
    @Benchmark
    public int roiSet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RoiSets.write(rois, out);
        return out.size();
    }

    /** Measures of all objects. */
    @Benchmark
    public Object measures() {
        MeasuredPlane plane = MeasuredPlane.of(imp, PlanePosition.FIRST);
        return MeasuredObjects.of(segmentation.objects(), plane);
    }
}
