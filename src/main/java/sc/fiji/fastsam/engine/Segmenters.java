package sc.fiji.fastsam.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.catalog.InstalledModels;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.segment.CachingSegmenter;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Settings;

/** The segmenting network that all of a JVM share. Thread-safe. */
public final class Segmenters {

    private static final Segmenters SHARED = new Segmenters();

    private final SharedResource<NetworkId, CachingSegmenter> network =
            new SharedResource<>(CachingSegmenter::open, CachingSegmenter::close);

    Segmenters() {}

    /** The one that all commands of this JVM share. */
    public static Segmenters shared() {
        return SHARED;
    }

    /**
     * Runs a task on a network, opening it where it is not the one that is open. The network
     * belongs to this object: the task must not close it.
     *
     * @throws ModelException if the network cannot be opened
     * @throws java.util.concurrent.CancellationException if the progress says so while another run
     *     is on
     */
    public <T> T use(Request request, Progress progress, Function<CachingSegmenter, T> task)
            throws ModelException {
        return network.use(NetworkId.of(request.model(), request.device()), progress, task);
    }

    /**
     * A network for one plane after the other: opened when it is needed, and freed when nobody has
     * needed it for a while. What goes wrong in opening it is an {@link UncheckedIOException}.
     */
    public PlaneSegmenter planes(Request request) {
        return new Shared(request);
    }

    /** Frees the network, unless a run is on. */
    public void close() {
        network.close();
    }

    /** True when a network is in memory. */
    public boolean isOpen() {
        return network.isOpen();
    }

    /**
     * Which network, and where it runs.
     *
     * @param model the bundled one or a file
     * @param device where
     */
    public record Request(ModelFile model, DeviceRequest device) {

        /** The network that settings choose. */
        public static Request of(Settings settings) {
            return new Request(model(settings), DeviceRequest.of(settings));
        }

        /**
         * The network that settings name: a file, or the id of an installed model.
         *
         * @throws UncheckedIOException if it is a model that can be installed and is not
         */
        private static ModelFile model(Settings settings) {
            String named = settings.get(NetworkKeys.MODEL).map(Path::toString).orElse("");
            try {
                return InstalledModels.usual().resolve(named);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }

    private final class Shared implements PlaneSegmenter {

        private final Request request;

        Shared(Request request) {
            this.request = request;
        }

        @Override
        public Segmentation segment(
                RgbPlane plane, SegmentationSettings settings, Progress progress) {
            return use(progress, network -> network.segment(plane, settings, progress));
        }

        @Override
        public Answers select(
                RgbPlane plane, SegmentationSettings settings, Prompts prompts, Progress progress) {
            return use(progress, network -> network.select(plane, settings, prompts, progress));
        }

        private <T> T use(Progress progress, Function<PlaneSegmenter, T> task) {
            try {
                return Segmenters.this.use(
                        request, progress, open -> task.apply(PlaneSegmenter.keeping(open)));
            } catch (ModelException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }
}
