package sc.fiji.fastsam;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.engine.TaskPrompts;
import sc.fiji.fastsam.imagej.ImgImages;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.segment.CachingSegmenter;
import sc.fiji.fastsam.settings.Settings;

/**
 * A network of one's own, for many images with the same settings. Thread-safe but for {@link
 * #close}: several threads may segment different images, and the network takes few runs at a time.
 * Close it to free the network's memory; its results stay of use, but cannot be asked for further
 * prompts then.
 */
public final class FastSamSession implements AutoCloseable {

    private final CachingSegmenter network;
    private final ImageSegmenter segmenter;
    private final Settings settings;
    private final Progress progress;
    private volatile boolean closed;

    private FastSamSession(CachingSegmenter network, Settings settings, Progress progress) {
        this.network = network;
        this.segmenter = new ImageSegmenter(PlaneSegmenter.keeping(network));
        this.settings = settings;
        this.progress = progress;
    }

    static FastSamSession open(Settings settings, Progress progress) throws ModelException {
        Segmenters.Request request = Segmenters.Request.of(settings);
        CachingSegmenter network = CachingSegmenter.open(request.model(), request.device());
        return new FastSamSession(network, settings, progress);
    }

    /**
     * All objects of an image.
     *
     * @throws IllegalArgumentException if the image has no such plane, or no calibration that the
     *     diameter needs
     * @throws IllegalStateException if the session is closed
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public ImageObjects segment(ImagePlus image) {
        return segment(image, FastSamBuilder.everything(settings));
    }

    /**
     * Likewise of an ImgLib2 image, as {@link FastSam#segment(RandomAccessibleInterval, String)}.
     */
    public ImageObjects segment(RandomAccessibleInterval<?> image) {
        return segment(ImgImages.wrap(image));
    }

    /**
     * The objects of an image that prompts mean.
     *
     * @param prompts as {@code "points=[120,88; 301,40]"}
     * @throws IllegalArgumentException as above, or if a key is none of prompts, or there is no
     *     prompt for the planes taken
     * @throws IllegalStateException if the session is closed
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public ImageObjects select(ImagePlus image, String prompts) {
        ImageTask task =
                ImageTask.of(settings)
                        .withPrompts(TaskPrompts.of(TaskPrompts.parse(prompts), image));
        return segment(image, task);
    }

    /** NB: raw results that are still in the cache need no network, but that is chance. */
    private ImageObjects segment(ImagePlus image, ImageTask task) {
        if (closed) {
            throw new IllegalStateException("The session is closed. Open another one.");
        }
        return segmenter.segment(image, task, progress);
    }

    /** Frees the network. */
    @Override
    public void close() {
        closed = true;
        network.close();
    }
}
