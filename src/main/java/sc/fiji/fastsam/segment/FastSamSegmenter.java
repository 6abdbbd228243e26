package sc.fiji.fastsam.segment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.HeadException;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Finds every object of an image plane.
 *
 * <pre>{@code
 * try (var sam = FastSamSegmenter.open()) {
 *     Segmentation result = sam.segment(image, SegmentationSettings.defaults());
 * }
 * }</pre>
 *
 * <p>Holds a network in native memory until closed. One run at a time: calls from several threads
 * wait for each other.
 */
public final class FastSamSegmenter implements AutoCloseable {

    private final OnnxNetwork network;
    private final NetworkId id;
    private final ModelFile file;
    private final ModelSpec spec;
    private final Head head;
    private final Predictor predictor;

    private FastSamSegmenter(OnnxNetwork network, ModelFile file, ModelSpec spec, Head head) {
        this.network = network;
        this.id = NetworkId.of(file, network.device());
        this.file = file;
        this.spec = spec;
        this.head = head;
        this.predictor = new Predictor(network, spec);
    }

    /**
     * Opens the bundled network on the fastest device that works.
     *
     * @throws ModelException if the network cannot be loaded
     */
    public static FastSamSegmenter open() throws ModelException {
        return open(ModelFile.bundled(), DeviceRequest.AUTO);
    }

    /**
     * Opens a network from a file on the fastest device that works.
     *
     * @throws ModelException if the file is missing, damaged or no network of a known layout
     */
    public static FastSamSegmenter open(Path model) throws ModelException {
        return open(ModelFile.of(model), DeviceRequest.AUTO);
    }

    /**
     * Opens a network on a device.
     *
     * @throws ModelException if the file is missing, damaged or no network of a known layout, or if
     *     a device asked for by name does not work
     */
    public static FastSamSegmenter open(ModelFile model, DeviceRequest device)
            throws ModelException {
        OnnxNetwork network = OnnxNetwork.open(model, device);
        try {
            ModelSpec spec =
                    ModelSpec.of(model, network.inputs(), network.outputs(), network.metadata());
            return new FastSamSegmenter(network, model, spec, Heads.of(network.outputs()));
        } catch (ModelException | HeadException e) {
            network.close();
            throw e instanceof ModelException unusable
                    ? unusable
                    : model.problem(e.getMessage(), e);
        }
    }

    /** What the network says of itself. */
    public ModelSpec model() {
        return spec;
    }

    /**
     * Finds the objects of an ImgLib2 image, x first.
     *
     * @param plane 2-D, of a RealType or ARGBType, beginning anywhere; its first pixel is (0, 0) in
     *     the result
     * @throws IllegalArgumentException if the image is not such
     */
    public Segmentation segment(RandomAccessibleInterval<?> plane, SegmentationSettings settings) {
        return segment(PlaneReader.read(plane, settings.input()), settings);
    }

    /** Finds the objects of planes that are already stretched to 0..1. */
    public Segmentation segment(RgbImage planes, SegmentationSettings settings) {
        return segment(planes, settings, Progress.NONE);
    }

    /**
     * Finds the objects of planes that are already stretched to 0..1. Raw results are taken from
     * the cache that all of this JVM share, or left there if they fit in.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public Segmentation segment(RgbImage planes, SegmentationSettings settings, Progress progress) {
        return segment(planes, settings, progress, PredictionCache.shared());
    }

    /**
     * As above for planes that do not come again, as files one after the other: keeps no raw
     * results, so that memory does not grow with the number of tiles.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public Segmentation segmentOnce(
            RgbImage planes, SegmentationSettings settings, Progress progress) {
        return run(planes, settings, new Run(progress), new TileKeeper(0));
    }

    /**
     * As above with a cache of one's own.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public synchronized Segmentation segment(
            RgbImage planes,
            SegmentationSettings settings,
            Progress progress,
            PredictionCache cache) {
        if (planes.isFlat()) {
            return segmentOnce(planes, settings, progress);
        }
        PredictionKey key = PredictionKey.of(planes, id, settings.scale());
        Optional<Segmentation> again = cache.get(key).map(known -> assemble(known, settings));
        if (again.isPresent()) {
            return again.get().withSummary(again.get().summary().withNote(RunSummary.REUSED));
        }
        TileKeeper keeper = new TileKeeper(cache.maxBytes());
        Segmentation segmentation = run(planes, settings, new Run(progress), keeper);
        keeper.toPrediction(planes.size(), segmentation.summary().scale())
                .ifPresent(prediction -> cache.put(key, prediction));
        return segmentation;
    }

    /** The objects by a cache's raw results; nothing when it does not hold them. */
    Optional<Segmentation> again(
            RgbImage planes, SegmentationSettings settings, PredictionCache cache) {
        return cache.get(PredictionKey.of(planes, id, settings.scale()))
                .map(known -> assemble(known, settings));
    }

    private synchronized Segmentation run(
            RgbImage planes, SegmentationSettings settings, Run run, TileKeeper keeper) {
        ObjectCollector collector = new ObjectCollector(head, settings, run);
        if (planes.isFlat()) {
            return finish(collector, planes.size(), 1, settings);
        }
        Scale scale = scale(planes, settings, run);
        predictor.forEachTile(
                planes,
                scale,
                run,
                tile -> {
                    collector.add(tile);
                    keeper.add(tile);
                });
        return finish(collector, planes.size(), scale.gain(), settings);
    }

    /**
     * Runs the network only, or takes its raw results from the cache that all of this JVM share.
     * They take about 12 MB for each tile of 1024 x 1024 network pixels.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public Prediction predict(RgbImage planes, SegmentationSettings settings, Progress progress) {
        return predict(planes, settings, progress, PredictionCache.shared());
    }

    /**
     * As above with a cache of one's own.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public synchronized Prediction predict(
            RgbImage planes,
            SegmentationSettings settings,
            Progress progress,
            PredictionCache cache) {
        if (planes.isFlat()) {
            return new Prediction(planes.size(), 1, List.of(), Map.of());
        }
        PredictionKey key = PredictionKey.of(planes, id, settings.scale());
        Optional<Prediction> known = cache.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        Run run = new Run(progress);
        Prediction fresh = predictor.predict(planes, scale(planes, settings, run), run);
        cache.put(key, fresh.withoutTimes());
        return fresh;
    }

    /** Makes objects of raw results; settings that come before the network play no part. */
    public Segmentation assemble(Prediction prediction, SegmentationSettings settings) {
        Run run = new Run(Progress.NONE);
        run.times().addAll(prediction.milliseconds());
        ObjectCollector collector = new ObjectCollector(head, settings, run);
        prediction.tiles().forEach(collector::add);
        return finish(collector, prediction.size(), prediction.gain(), settings);
    }

    private Scale scale(RgbImage planes, SegmentationSettings settings, Run run) {
        FirstLook look = new FirstLook(predictor, head, planes, run);
        return new ScaleChooser(spec, settings.scale(), planes.size()).choose(look::at);
    }

    private Segmentation finish(
            ObjectCollector collector, Size plane, double gain, SegmentationSettings settings) {
        List<SegmentedObject> merged = collector.merged();
        ObjectChoice choice =
                collector.run().measure("choice", () -> ObjectChoice.of(merged, plane, settings));
        RunSummary summary =
                new RunSummary(
                        file.title(),
                        network.device().toString().toLowerCase(Locale.ROOT),
                        network.deviceReason(),
                        gain,
                        collector.tiles(),
                        collector.candidates(),
                        collector.kept(),
                        choice.objects().size(),
                        collector.run().times().toMap(),
                        notes(collector, choice, settings));
        return new Segmentation(plane, choice.objects(), summary);
    }

    private static List<String> notes(
            ObjectCollector collector, ObjectChoice choice, SegmentationSettings settings) {
        List<String> notes = new ArrayList<>(collector.notes());
        if (collector.tiles() == 0) {
            notes.add("the plane has one value throughout, so the network was not run");
        }
        if (choice.cut() > 0) {
            notes.add(
                    choice.cut()
                            + " objects of lower score left out (max_objects = "
                            + settings.detection().maxObjects()
                            + ")");
        }
        return notes;
    }

    /** Frees the network. The segmenter is of no use afterwards. */
    @Override
    public synchronized void close() {
        network.close();
    }
}
