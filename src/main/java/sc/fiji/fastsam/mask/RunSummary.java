package sc.fiji.fastsam.mask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import sc.fiji.fastsam.settings.Counted;

/**
 * What a run did: facts for the log line, the report and the user's trust.
 *
 * @param network which one ran, and where
 * @param sizes of what was found, and the scale it was seen at
 * @param counts from network rows to objects
 * @param reused true when the network did not run, as an earlier run had seen the plane
 * @param milliseconds time of each stage, in order: the stage's name and its milliseconds
 * @param notes what a user should know of the result: a cut list, a fallback, a second look
 */
public record RunSummary(
        Network network,
        Sizes sizes,
        Counts counts,
        boolean reused,
        Map<String, Double> milliseconds,
        List<Note> notes) {

    /**
     * The network.
     *
     * @param model its title
     * @param device that really ran it, as "cpu" or "cuda"
     * @param deviceReason why this device; empty when it is the one asked for
     */
    public record Network(String model, String device, String deviceReason) {}

    /**
     * Sizes.
     *
     * @param levels the sizes at which the plane was segmented, the largest objects first; never
     *     empty
     */
    public record Sizes(List<Level> levels) {

        /** Copies the list. */
        public Sizes {
            levels = List.copyOf(levels);
        }

        /** One level. */
        public static Sizes of(double scale, OptionalDouble typicalDiameter) {
            return new Sizes(List.of(new Level(scale, 0, 0, typicalDiameter)));
        }

        /** The same levels, with the typical diameters of some objects. */
        public Sizes with(List<SegmentedObject> objects) {
            List<Level> theirs = new ArrayList<>();
            double most = Double.POSITIVE_INFINITY;
            for (Level level : levels) {
                double below = most;
                List<SegmentedObject> own =
                        objects.stream()
                                .filter(o -> o.diameter() >= level.leastDiameter)
                                .filter(o -> o.diameter() < below)
                                .toList();
                theirs.add(
                        new Level(
                                level.scale,
                                level.confidence,
                                level.leastDiameter,
                                RunSummary.typicalDiameter(own)));
                most = level.leastDiameter;
            }
            return new Sizes(theirs);
        }

        /** Network pixels per source pixel, of the largest objects. */
        public double scale() {
            return levels.get(0).scale;
        }
    }

    /**
     * Objects of about one size.
     *
     * @param scale network pixels per source pixel
     * @param confidence smallest score that an object needed, 0..1
     * @param leastDiameter smaller objects belong to a later level, in source pixels; 0 at the last
     * @param typicalDiameter median over the objects of the diameter of a disc of an object's area,
     *     in source pixels; empty if there is no object
     */
    public record Level(
            double scale,
            double confidence,
            double leastDiameter,
            OptionalDouble typicalDiameter) {}

    /**
     * Numbers.
     *
     * @param tiles network runs that gave the objects
     * @param candidates network rows above the confidence
     * @param kept candidates left after non-maximum suppression
     * @param objects in the result
     */
    public record Counts(int tiles, int candidates, int kept, int objects) {}

    /** Copies the collections. */
    public RunSummary {
        milliseconds = Collections.unmodifiableMap(new LinkedHashMap<>(milliseconds));
        notes = List.copyOf(notes);
    }

    /** Sum of the stages' times. */
    public double totalMilliseconds() {
        return milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** True if there is a note of a kind. */
    public boolean has(Note.Kind kind) {
        return notes.stream().anyMatch(note -> note.kind() == kind);
    }

    /** The same summary with a further note. */
    public RunSummary withNote(Note.Kind kind, String text) {
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(kind, text));
        return new RunSummary(network, sizes, counts, reused, milliseconds, all);
    }

    /** The same summary with the time of a further stage. */
    public RunSummary withTime(String stage, double ofStage) {
        Map<String, Double> times = new LinkedHashMap<>(milliseconds);
        times.merge(stage, ofStage, Double::sum);
        return new RunSummary(network, sizes, counts, reused, times, notes);
    }

    /** The same summary of a run that had no need of the network. */
    public RunSummary reusing() {
        return new RunSummary(network, sizes, counts, true, milliseconds, notes);
    }

    /**
     * This run and another on a further plane: numbers and times add up, the sizes are those of
     * more levels, all else is this one's.
     */
    public RunSummary and(RunSummary other) {
        Map<String, Double> times = new LinkedHashMap<>(milliseconds);
        other.milliseconds.forEach((stage, time) -> times.merge(stage, time, Double::sum));
        List<Note> all = new ArrayList<>(notes);
        other.notes.stream().filter(note -> !notes.contains(note)).forEach(all::add);
        Counts sums =
                new Counts(
                        counts.tiles + other.counts.tiles,
                        counts.candidates + other.counts.candidates,
                        counts.kept + other.counts.kept,
                        counts.objects + other.counts.objects);
        Sizes most = other.sizes.levels.size() > sizes.levels.size() ? other.sizes : sizes;
        return new RunSummary(network, most, sums, reused && other.reused, times, all);
    }

    /** The same run of which only some objects were kept. */
    public RunSummary choosing(List<SegmentedObject> objects) {
        Counts some = new Counts(counts.tiles, counts.candidates, counts.kept, objects.size());
        return new RunSummary(network, sizes.with(objects), some, reused, milliseconds, notes);
    }

    /** Median diameter of discs of the objects' areas, in source pixels; of two, the larger. */
    public static OptionalDouble typicalDiameter(List<SegmentedObject> objects) {
        double[] sorted =
                objects.stream().mapToDouble(SegmentedObject::diameter).sorted().toArray();
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s%s in %.0f ms (%s on %s, scale %.2f, %s, %s, %d kept)",
                        Counted.objects(counts.objects),
                        typical(),
                        totalMilliseconds(),
                        network.model,
                        network.device,
                        sizes.scale(),
                        Counted.text(counts.tiles, "tile"),
                        Counted.text(counts.candidates, "candidate"),
                        counts.kept)
                + (reused ? ", raw results of an earlier run" : "")
                + (notes.isEmpty() ? "" : ": ")
                + notes.stream().map(Note::text).collect(Collectors.joining("; "));
    }

    private String typical() {
        OptionalDouble diameter = sizes.levels.get(0).typicalDiameter;
        return diameter.isPresent()
                ? String.format(Locale.ROOT, ", typical diameter %.1f px,", diameter.getAsDouble())
                : "";
    }
}
