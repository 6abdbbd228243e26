package sc.fiji.fastsam.engine;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.segment.Segmenter;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * From ImageJ's pixels to label image and regions, and the network alone: 1024 x 1024 16-bit pixels
 * with about 200 objects (the test nuclei enlarged 1.5 times and mirrored), network size 1024.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PipelineBenchmark {

    private static final int SIDE = 1024;

    private final SegmentationSettings settings =
            SegmentationSettings.defaults().withImageSize(SIDE);

    private ImagePlus image;
    private Segmenter segmenter;
    private OnnxNetwork network;
    private Tensor input;

    /** Opens the bundled network twice and makes the image. */
    @Setup
    public void open() throws IOException {
        ImageProcessor nuclei = IJ.openImage("src/test/resources/images/nuclei.tif").getProcessor();
        nuclei.setInterpolationMethod(ImageProcessor.BILINEAR);
        ImageProcessor large = nuclei.resize(768, 768);
        ShortProcessor pixels = new ShortProcessor(SIDE, SIDE);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                pixels.set(x, y, large.get(Math.min(x, 1535 - x), Math.min(y, 1535 - y)));
            }
        }
        image = new ImagePlus("nuclei", pixels);
        segmenter = NetworkSegmenter.open(NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO));
        network = OnnxNetwork.open(ModelFile.bundled(), DeviceRequest.AUTO);
        input = Tensor.zeros(1, 3, SIDE, SIDE);
        for (int i = 0; i < input.values().length; i++) {
            input.values()[i] = i * 7919L % 256 / 255f;
        }
    }

    /** Frees the networks. */
    @TearDown
    public void close() {
        segmenter.close();
        network.close();
    }

    /** Pixels, contrast, network, masks, label image, regions. */
    @Benchmark
    public List<Roi> everything() {
        PlanePosition plane = PlanePosition.of(image);
        Segmentation found =
                segmenter.segment(
                        Planes.of(image, plane, -1, settings.input()), settings, Progress.NONE);
        Labeling labeling = Labeling.of(found, OverlapRule.SMALLEST_ON_TOP);
        LabelPlus.create(
                labeling, image, plane, ObjectColors.byPlace(labeling.segmentation().objects()));
        return ObjectRois.create(labeling.segmentation().objects(), RoiPlace.of(image, plane));
    }

    /** The network's own time. */
    @Benchmark
    public List<Tensor> networkAlone() {
        return network.run(input, () -> false);
    }
}
