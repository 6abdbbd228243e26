package sc.fiji.fastsam.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import sc.fiji.fastsam.concurrent.Ahead;
import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.detection.Detections;
import sc.fiji.fastsam.detection.Head;
import sc.fiji.fastsam.detection.Proposals;
import sc.fiji.fastsam.detection.Suppression;
import sc.fiji.fastsam.mask.InputPlacement;
import sc.fiji.fastsam.mask.MaskAssembler;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Gathers the objects of all tiles of a plane; raw results are not kept. */
final class ObjectCollector {

    /** Tiles at work at most. NB: each holds the network's raw results, 12 MB. */
    private static final int MOST_PENDING =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));

    private final Head head;
    private final SegmentationSettings settings;
    private final Run run;
    private final Queue<Ahead<TileObjects>> pending = new ArrayDeque<>();
    private final List<TileObject> found = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int tiles;
    private int candidates;
    private int kept;

    ObjectCollector(Head head, SegmentationSettings settings, Run run) {
        this.head = head;
        this.settings = settings;
        this.run = run;
    }

    /**
     * Adds the objects of a tile. They are made on another thread, so that the next tile need not
     * wait; what comes of all tiles is the same.
     */
    void add(TilePrediction prediction) {
        pending.add(Ahead.of(() -> objects(prediction)));
        while (pending.size() > MOST_PENDING) {
            take(pending.remove().get());
        }
    }

    private TileObjects objects(TilePrediction prediction) {
        Proposals proposals = run.measure("decode", () -> decode(prediction));
        Detections survivors = run.measure("suppression", () -> suppress(proposals));
        List<SegmentedObject> objects =
                run.measure("masks", () -> assemble(prediction, proposals, survivors.detections()));
        Tile tile = prediction.tile();
        double gain = prediction.letterbox().gainX();
        return new TileObjects(
                objects.stream()
                        .map(o -> new TileObject(o, tile, tile.cuts(o.mask().bounds(), gain)))
                        .toList(),
                proposals.candidates().size(),
                survivors.detections().size(),
                prediction.note());
    }

    private void take(TileObjects tile) {
        tiles++;
        if (!tile.note.isEmpty()) {
            notes.add(tile.note);
        }
        candidates += tile.candidates;
        kept += tile.kept;
        found.addAll(tile.objects);
    }

    /** Waits for the tiles that are still at work. */
    private void finish() {
        while (!pending.isEmpty()) {
            take(pending.remove().get());
        }
    }

    /**
     * What came of a tile.
     *
     * @param candidates above the confidence
     * @param kept after suppression
     * @param note of the network's run; mostly empty
     */
    private record TileObjects(List<TileObject> objects, int candidates, int kept, String note) {}

    private Proposals decode(TilePrediction prediction) {
        return head.decode(prediction.outputs(), (float) settings.detection().leastScore());
    }

    /** NB: the limit on the number of objects is for the whole plane, not for a tile. */
    private Detections suppress(Proposals proposals) {
        DetectionSettings detection = settings.detection();
        return Suppression.suppress(
                proposals, new DetectionSettings(detection.confidence(), detection.iou(), 0));
    }

    private static List<SegmentedObject> assemble(
            TilePrediction prediction, Proposals proposals, List<Detection> detections) {
        InputPlacement placement =
                new InputPlacement(prediction.letterbox(), prediction.tile().region());
        return new MaskAssembler(proposals.prototypes(), placement).assemble(detections);
    }

    /** Objects of the plane, those of several tiles merged; in no particular order. */
    List<SegmentedObject> merged() {
        finish();
        return tiles <= 1
                ? found.stream().map(TileObject::object).toList()
                : run.measure("merging", () -> TileMerger.merge(found));
    }

    /** What the tiles' runs had to say, each once. */
    List<Note> notes() {
        finish();
        return notes.stream().map(text -> new Note(Note.Kind.DEVICE, text)).toList();
    }

    int tiles() {
        finish();
        return tiles;
    }

    /**
     * Sums over the levels of a plane.
     *
     * @param objects number of those in the result
     */
    static RunSummary.Counts counts(List<ObjectCollector> levels, int objects) {
        levels.forEach(ObjectCollector::finish);
        return new RunSummary.Counts(
                levels.stream().mapToInt(level -> level.tiles).sum(),
                levels.stream().mapToInt(level -> level.candidates).sum(),
                levels.stream().mapToInt(level -> level.kept).sum(),
                objects);
    }

    Run run() {
        return run;
    }
}
