package sc.fiji.fastsam.segment;

import net.imglib2.RandomAccessibleInterval;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Finds every object of an image plane.
 *
 * <p>Holds a network in native memory until closed. Thread-safe but for {@link #close}: calls for
 * different planes go on side by side, those for one wait for each other, and the network itself
 * takes few runs at a time.
 */
public interface Segmenter extends AutoCloseable {

    /**
     * Finds the objects of an image that is already stretched to 0..1.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Segmentation segment(RgbPlane image, SegmentationSettings settings, Progress progress);

    /** Likewise, without progress. */
    default Segmentation segment(RgbPlane image, SegmentationSettings settings) {
        return segment(image, settings, Progress.NONE);
    }

    /**
     * Finds the objects of an ImgLib2 image, x first.
     *
     * @param plane 2-D, of a RealType or ARGBType, beginning anywhere; its first pixel is (0, 0) in
     *     the result
     * @throws IllegalArgumentException if the image is not such
     */
    default Segmentation segment(RandomAccessibleInterval<?> plane, SegmentationSettings settings) {
        return segment(PlaneReader.read(plane, settings.input()), settings);
    }

    /**
     * Runs the network only. The raw results take about 12 MB for each tile of 1024 x 1024 network
     * pixels.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    Prediction predict(RgbPlane image, SegmentationSettings settings, Progress progress);

    /** Makes objects of raw results; settings that come before the network play no part. */
    Segmentation assemble(Prediction prediction, SegmentationSettings settings);

    /** What the network says of itself. */
    ModelSpec model();

    /** Frees the network. The segmenter is of no use afterwards. */
    @Override
    void close();
}
