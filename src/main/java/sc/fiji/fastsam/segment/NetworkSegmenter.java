package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.HeadException;
import sc.fiji.fastsam.detection.Heads;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelSpec;
import sc.fiji.fastsam.onnx.InferenceException;
import sc.fiji.fastsam.onnx.OnnxNetwork;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Sizes;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * Runs a network over planes, tile by tile. Keeps no raw results, so that memory does not grow with
 * the number of tiles: for planes that do not come again, as files one after the other.
 * Thread-safe: what surrounds the network goes on for several planes at once, the network itself
 * for one.
 */
public final class NetworkSegmenter implements Segmenter {

    /** Greatest side of the input that a network of any size is tried with, in pixels. */
    private static final int TRIAL_SIDE = 320;

    private static final Levels FLAT = Levels.of(Scale.of(1));

    private static final String UNSURE =
            "nothing was seen for sure, so the scale is a guess: if objects are missing, state"
                    + " their typical diameter (diameter)";

    private static final String SMALLER =
            "smaller things were seen too, but not for sure, and were left out: sizes = all takes"
                    + " both, a diameter the small ones alone";

    private final NetworkId id;
    private final OnnxNetwork network;
    private final ModelSpec spec;
    private final Head head;
    private final TilePredictor predictor;

    private NetworkSegmenter(NetworkId id, OnnxNetwork network, ModelSpec spec, Head head) {
        this.id = id;
        this.network = network;
        this.spec = spec;
        this.head = head;
        this.predictor = new TilePredictor(network, spec);
    }

    /**
     * Opens a network.
     *
     * @throws ModelException if the file is missing, damaged or no network of a known layout, or if
     *     a device asked for by name does not work
     */
    public static NetworkSegmenter open(NetworkId id) throws ModelException {
        return of(id, OnnxNetwork.open(id.model(), id.device(), OnnxNetwork.Shapes.FEW_ON_CUDA));
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

    /**
     * Runs the network once, over a bright square, and reads what it gives: what its file leaves
     * open is only seen then.
     *
     * @throws ModelException if it cannot be run, or its outputs cannot be read
     */
    public void tryOut() throws ModelException {
        int side = roundUp(Math.min(spec.imageSize(), TRIAL_SIDE), spec.stride());
        Size size = spec.input().fixedSize().orElse(new Size(side, side));
        try {
            head.decode(network.run(spec.input().arrange(brightSquare(size))), 0.5f);
        } catch (HeadException | InferenceException e) {
            throw id.model().problem(e.getMessage(), e);
        }
    }

    private static Tensor brightSquare(Size size) {
        Tensor image = Tensor.zeros(1, 1, size.height(), size.width());
        for (int y = size.height() / 4; y < size.height() / 2; y++) {
            int row = y * size.width();
            Arrays.fill(image.values(), row + size.width() / 4, row + size.width() / 2, 1);
        }
        return image;
    }

    private static int roundUp(int value, int step) {
        return (value + step - 1) / step * step;
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
    public Segmentation segment(RgbPlane image, SegmentationSettings settings, Progress progress) {
        return segment(image, settings, progress, new TileKeeper(0));
    }

    /**
     * @param keeper gets the scale and each tile's raw results
     */
    Segmentation segment(
            RgbPlane image, SegmentationSettings settings, Progress progress, TileKeeper keeper) {
        Run run = new Run(progress);
        if (image.isFlat()) {
            return finish(List.of(collector(settings, run)), image.size(), FLAT, settings);
        }
        Levels levels = levels(image, settings, run);
        keeper.begin(image.size(), levels);
        List<ObjectCollector> collectors = new ArrayList<>();
        for (int i = 0; i < levels.count(); i++) {
            int level = i;
            ObjectCollector collector = collector(settings, run);
            collectors.add(collector);
            predictor.forEachTile(
                    image,
                    levels.scale(i),
                    run,
                    tile -> {
                        collector.add(tile);
                        keeper.add(level, tile);
                    });
        }
        return finish(collectors, image.size(), levels, settings);
    }

    private ObjectCollector collector(SegmentationSettings settings, Run run) {
        return new ObjectCollector(head, settings, run);
    }

    @Override
    public Prediction predict(RgbPlane image, SegmentationSettings settings, Progress progress) {
        if (image.isFlat()) {
            return new Prediction(image.size(), FLAT, List.of(List.of()), Map.of());
        }
        Run run = new Run(progress);
        Levels levels = levels(image, settings, run);
        TileKeeper keeper = new TileKeeper(Long.MAX_VALUE);
        keeper.begin(image.size(), levels);
        for (int i = 0; i < levels.count(); i++) {
            int level = i;
            predictor.forEachTile(image, levels.scale(i), run, tile -> keeper.add(level, tile));
        }
        return keeper.toPrediction().orElseThrow().withTimes(run.times().toMap());
    }

    @Override
    public Segmentation assemble(Prediction prediction, SegmentationSettings settings) {
        Run run = new Run(Progress.NONE);
        run.times().addAll(prediction.milliseconds());
        List<ObjectCollector> collectors = new ArrayList<>();
        for (int level = 0; level < prediction.levels().count(); level++) {
            ObjectCollector collector = collector(settings, run);
            prediction.tiles(level).forEach(collector::add);
            collectors.add(collector);
        }
        return finish(collectors, prediction.size(), prediction.levels(), settings);
    }

    private Levels levels(RgbPlane image, SegmentationSettings settings, Run run) {
        Sight sight = new PlaneSight(predictor, head, image, run);
        // NB: a stain colors cells; what many of them make together is nothing to look for.
        boolean fromNear = settings.input().isOfStain();
        Scale main = new ScaleChooser(spec, settings.scale(), image.size(), fromNear).choose(sight);
        return settings.scale().isOfSeveralSizes() && spec.favoriteDiameter().isPresent()
                ? new LevelSearch(
                                favorite(),
                                image.size(),
                                sight,
                                settings.scale().sizes() == Sizes.ALL)
                        .find(main)
                : Levels.of(main);
    }

    private double favorite() {
        return spec.favoriteDiameter().orElse(ScaleChooser.USUAL_DIAMETER);
    }

    private Segmentation finish(
            List<ObjectCollector> collectors,
            Size plane,
            Levels asked,
            SegmentationSettings settings) {
        Run run = collectors.get(0).run();
        List<List<SegmentedObject>> merged =
                collectors.stream().map(ObjectCollector::merged).toList();
        LevelObjects left =
                run.measure("choice", () -> LevelObjects.of(asked, merged, plane, settings));
        List<SegmentedObject> objects = left.objects().objects();
        RunSummary summary =
                new RunSummary(
                        new RunSummary.Network(
                                id.model().title(),
                                network.device().toString().toLowerCase(Locale.ROOT),
                                network.deviceReason()),
                        left.sizes(),
                        ObjectCollector.counts(collectors, objects.size()),
                        false,
                        run.times().toMap(),
                        notes(collectors, left, plane, settings));
        return new Segmentation(plane, objects, summary);
    }

    private List<Note> notes(
            List<ObjectCollector> collectors,
            LevelObjects found,
            Size plane,
            SegmentationSettings settings) {
        List<Note> notes =
                new ArrayList<>(
                        collectors.stream().flatMap(c -> c.notes().stream()).distinct().toList());
        if (collectors.get(0).tiles() == 0) {
            String text =
                    "the plane has one value throughout, or none that is finite, so the network was"
                            + " not run";
            notes.add(new Note(Note.Kind.ONE_VALUE, text));
        } else {
            new ScaleChooser(spec, settings.scale(), plane).note().ifPresent(notes::add);
        }
        if (!found.levels().mainScale().sure()) {
            notes.add(new Note(Note.Kind.UNSURE_SCALE, UNSURE));
        }
        if (found.levels().mainScale().parts() && settings.scale().sizes() != Sizes.ALL) {
            notes.add(new Note(Note.Kind.SMALLER, SMALLER));
        }
        FinalObjects left = found.objects();
        if (left.cut() > 0) {
            notes.add(Note.ofCutList(left.cut(), settings.detection().maxObjects()));
        }
        return notes;
    }

    @Override
    public void close() {
        network.close();
    }
}
