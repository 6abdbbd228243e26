package sc.fiji.fastsam.segment;

import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * A segmenter that takes raw results from a cache, or leaves them there if they fit in: for planes
 * that come again, as with other settings and new prompts. Closes the segmenter it stands on.
 */
public final class CachingSegmenter implements Segmenter {

    private static final int LOCKS = 64;

    private final NetworkSegmenter core;
    private final PredictionCache cache;

    /**
     * One of them is held while a plane is segmented, so that none is segmented twice at a time.
     */
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    private volatile boolean closed;

    /** A cache before a segmenter. */
    public CachingSegmenter(NetworkSegmenter core, PredictionCache cache) {
        this.core = core;
        this.cache = cache;
    }

    /**
     * Opens a network, with the cache that all of this JVM share.
     *
     * @throws ModelException if the file is missing, damaged or no network of a known layout, or if
     *     a device asked for by name does not work
     */
    public static CachingSegmenter open(ModelFile model, DeviceRequest device)
            throws ModelException {
        return open(NetworkId.of(model, device));
    }

    /**
     * Likewise.
     *
     * @throws ModelException as above
     */
    public static CachingSegmenter open(NetworkId id) throws ModelException {
        return new CachingSegmenter(NetworkSegmenter.open(id), PredictionCache.shared());
    }

    @Override
    public ModelSpec model() {
        return core.model();
    }

    @Override
    public Segmentation segment(RgbPlane image, SegmentationSettings settings, Progress progress) {
        checkOpen();
        if (image.isFlat()) {
            return core.segment(image, settings, progress);
        }
        PredictionKey key = key(image, settings);
        synchronized (lock(key)) {
            return known(key, settings).orElseGet(() -> fresh(key, image, settings, progress));
        }
    }

    private Segmentation fresh(
            PredictionKey key, RgbPlane image, SegmentationSettings settings, Progress progress) {
        TileKeeper keeper = new TileKeeper(cache.maxBytes());
        Segmentation fresh = core.segment(image, settings, progress, keeper);
        keeper.toPrediction().ifPresent(prediction -> cache.put(key, prediction));
        return fresh;
    }

    private Object lock(PredictionKey key) {
        return locks[Math.floorMod(key.hashCode(), LOCKS)];
    }

    /** The objects by the cache's raw results; nothing when it does not hold them. */
    Optional<Segmentation> known(RgbPlane image, SegmentationSettings settings) {
        return known(key(image, settings), settings);
    }

    private Optional<Segmentation> known(PredictionKey key, SegmentationSettings settings) {
        return cache.get(key)
                .map(prediction -> core.assemble(prediction, settings))
                .map(again -> again.withSummary(again.summary().reusing()));
    }

    @Override
    public Prediction predict(RgbPlane image, SegmentationSettings settings, Progress progress) {
        checkOpen();
        if (image.isFlat()) {
            return core.predict(image, settings, progress);
        }
        PredictionKey key = key(image, settings);
        synchronized (lock(key)) {
            Optional<Prediction> known = cache.get(key);
            if (known.isPresent()) {
                return known.get();
            }
            Prediction fresh = core.predict(image, settings, progress);
            cache.put(key, fresh.withoutTimes());
            return fresh;
        }
    }

    @Override
    public Segmentation assemble(Prediction prediction, SegmentationSettings settings) {
        return core.assemble(prediction, settings);
    }

    private PredictionKey key(RgbPlane image, SegmentationSettings settings) {
        return PredictionKey.of(image, core.id(), settings);
    }

    /** NB: what the cache still holds needs no network, but that is chance. */
    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "The network is closed. Open it again, or close it after its last use.");
        }
    }

    @Override
    public void close() {
        closed = true;
        core.close();
    }
}
