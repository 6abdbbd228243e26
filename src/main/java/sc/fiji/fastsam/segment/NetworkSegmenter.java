package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.HeadException;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Runs a network over planes, tile by tile. Keeps no raw results, so that memory does not grow with
 * the number of tiles: for planes that do not come again, as files one after the other.
 * Thread-safe: what surrounds the network goes on for several planes at once, the network itself
 * for one.
 */
public final class NetworkSegmenter implements Segmenter {

    private static final Scale FLAT = Scale.of(1);

    private static final String UNSURE =
            "nothing was seen for sure, so the scale is a guess: if objects are missing, state"
                    + " their typical diameter (diameter)";

    private final NetworkId id;
    private final OnnxNetwork network;
    private final ModelSpec spec;
    private final Head head;
    private final Predictor predictor;

    private NetworkSegmenter(NetworkId id, OnnxNetwork network, ModelSpec spec, Head head) {
        this.id = id;
        this.network = network;
        this.spec = spec;
        this.head = head;
        this.predictor = new Predictor(network, spec);
    }

    /**
     * Opens a network.
     *
     * @throws ModelException if the file is missing, damaged or no network of a known layout, or if
     *     a device asked for by name does not work
     */
    public static NetworkSegmenter open(NetworkId id) throws ModelException {
        return of(id, OnnxNetwork.open(id.model(), id.device()));
    }

    /** Takes over the network: where it is of no use, whatever the reason, it is closed. */
    static NetworkSegmenter of(NetworkId id, OnnxNetwork network) throws ModelException {
        try {
            ModelSpec spec =
                    ModelSpec.of(
                            id.model(), network.inputs(), network.outputs(), network.metadata());
            return new NetworkSegmenter(id, network, spec, Heads.of(network.outputs()));
        } catch (HeadException e) {
            network.close();
            throw id.model().problem(e.getMessage(), e);
        } catch (Throwable e) {
            // NB: errors too: native memory has no other owner.
            network.close();
            throw e;
        }
    }

    @Override
    public ModelSpec model() {
        return spec;
    }

    /** The network, for keys. */
    NetworkId id() {
        return id;
    }

    @Override
    public Segmentation segment(RgbImage image, SegmentationSettings settings, Progress progress) {
        return segment(image, settings, progress, new TileKeeper(0));
    }

    /**
     * @param keeper gets the scale and each tile's raw results
     */
    Segmentation segment(
            RgbImage image, SegmentationSettings settings, Progress progress, TileKeeper keeper) {
        Run run = new Run(progress);
        ObjectCollector collector = new ObjectCollector(head, settings, run);
        if (image.isFlat()) {
            return finish(collector, image.size(), FLAT, settings);
        }
        Scale scale = scale(image, settings, run);
        keeper.begin(image.size(), scale);
        predictor.forEachTile(
                image,
                scale,
                run,
                tile -> {
                    collector.add(tile);
                    keeper.add(tile);
                });
        return finish(collector, image.size(), scale, settings);
    }

    @Override
    public Prediction predict(RgbImage image, SegmentationSettings settings, Progress progress) {
        if (image.isFlat()) {
            return new Prediction(image.size(), FLAT, List.of(), Map.of());
        }
        Run run = new Run(progress);
        return predictor.predict(image, scale(image, settings, run), run);
    }

    @Override
    public Segmentation assemble(Prediction prediction, SegmentationSettings settings) {
        Run run = new Run(Progress.NONE);
        run.times().addAll(prediction.milliseconds());
        ObjectCollector collector = new ObjectCollector(head, settings, run);
        prediction.tiles().forEach(collector::add);
        return finish(collector, prediction.size(), prediction.scale(), settings);
    }

    private Scale scale(RgbImage image, SegmentationSettings settings, Run run) {
        Sight sight = new PlaneSight(predictor, head, image, run);
        return new ScaleChooser(spec, settings.scale(), image.size()).choose(sight);
    }

    private Segmentation finish(
            ObjectCollector collector, Size plane, Scale scale, SegmentationSettings settings) {
        List<SegmentedObject> merged = collector.merged();
        FinalObjects left =
                collector.run().measure("choice", () -> FinalObjects.of(merged, plane, settings));
        RunSummary summary =
                new RunSummary(
                        new RunSummary.Network(
                                id.model().title(),
                                network.device().toString().toLowerCase(Locale.ROOT),
                                network.deviceReason()),
                        RunSummary.Sizes.of(scale.gain(), left.typicalDiameter()),
                        collector.counts(left.objects().size()),
                        false,
                        collector.run().times().toMap(),
                        notes(collector, scale, left, settings));
        return new Segmentation(plane, left.objects(), summary);
    }

    private static List<Note> notes(
            ObjectCollector collector,
            Scale scale,
            FinalObjects left,
            SegmentationSettings settings) {
        List<Note> notes = new ArrayList<>(collector.notes());
        if (collector.tiles() == 0) {
            String text = "the plane has one value throughout, so the network was not run";
            notes.add(new Note(Note.Kind.ONE_VALUE, text));
        }
        if (!scale.sure()) {
            notes.add(new Note(Note.Kind.UNSURE_SCALE, UNSURE));
        }
        if (left.cut() > 0) {
            String text = "%d objects of lower score left out (max_objects = %d)";
            int most = settings.detection().maxObjects();
            notes.add(
                    new Note(
                            Note.Kind.CUT_LIST,
                            String.format(Locale.ROOT, text, left.cut(), most)));
        }
        return notes;
    }

    @Override
    public void close() {
        network.close();
    }
}
