package sc.fiji.fastsam.mask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did: facts for the log line, the report and the user's trust.
 *
 * @param model title of the network
 * @param device device that really ran it, as "cpu" or "cuda"
 * @param deviceReason why this device; empty when it is the one asked for
 * @param scale network pixels per source pixel
 * @param tiles number of network runs that gave the objects
 * @param candidates network rows above the confidence
 * @param kept candidates left after non-maximum suppression
 * @param objects objects in the result
 * @param milliseconds time of each stage, in order: the stage's name and its milliseconds
 * @param notes what a user should know of the result: a cut list, a fallback, a second look
 */
public record RunSummary(
        String model,
        String device,
        String deviceReason,
        double scale,
        int tiles,
        int candidates,
        int kept,
        int objects,
        Map<String, Double> milliseconds,
        List<String> notes) {

    /** The note of a run that did not need the network, as an earlier one had seen the plane. */
    public static final String REUSED = "raw results of an earlier run were used";

    /** Copies the collections. */
    public RunSummary {
        milliseconds = Collections.unmodifiableMap(new LinkedHashMap<>(milliseconds));
        notes = List.copyOf(notes);
    }

    /** Sum of the stages' times. */
    public double totalMilliseconds() {
        return milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same summary with a further note. */
    public RunSummary withNote(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new RunSummary(
                model,
                device,
                deviceReason,
                scale,
                tiles,
                candidates,
                kept,
                objects,
                milliseconds,
                all);
    }

    /**
     * This run and another on a further plane: numbers and times add up, all else is this one's.
     */
    public RunSummary and(RunSummary other) {
        Map<String, Double> times = new LinkedHashMap<>(milliseconds);
        other.milliseconds.forEach((stage, time) -> times.merge(stage, time, Double::sum));
        List<String> all = new ArrayList<>(notes);
        other.notes.stream().filter(note -> !notes.contains(note)).forEach(all::add);
        return new RunSummary(
                model,
                device,
                deviceReason,
                scale,
                tiles + other.tiles,
                candidates + other.candidates,
                kept + other.kept,
                objects + other.objects,
                times,
                all);
    }

    /** One line for a log. */
    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%d objects in %.0f ms (%s on %s, scale %.2f, %d tiles, %d candidates, %d kept)%s",
                objects,
                totalMilliseconds(),
                model,
                device,
                scale,
                tiles,
                candidates,
                kept,
                notes.isEmpty() ? "" : ": " + String.join("; ", notes));
    }
}
