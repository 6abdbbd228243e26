package sc.fiji.fastsam.imagej.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.io.CsvWriter;

/**
 * Objects as comma-separated values, seven significant digits, an empty cell where there is no
 * value. Columns: {@link #HEADER}, then {@link Measure} by {@link Measure#csvColumn}, and where a
 * plane has several levels {@link #KIN}, where objects are linked {@link #MOTHER}, and those of
 * each {@link ChannelName} that was measured besides.
 */
public final class ObjectCsv {

    /**
     * The first columns: id in the label image, name of the region, confidence, prompts answered
     * (names, separated by spaces), plane, the network's box in pixels, area in pixels, and the
     * unit of the measures that follow.
     */
    public static final List<String> HEADER =
            List.of(
                    "label", "name", "score", "prompts", "channel", "slice", "frame", "box_x0",
                    "box_y0", "box_x1", "box_y1", "area_px", "unit");

    /** The last column where words were asked: similarity of the object with its word, -1..1. */
    public static final String SIMILARITY = "similarity";

    /**
     * Of planes of several levels: label of the object that holds this one, 0 = none; and number of
     * those that this one holds.
     */
    public static final List<String> KIN = List.of("parent", "children");

    /** Label of the object that divided into this one and another, 0 = none. */
    public static final String MOTHER = "mother";

    /** Columns that are no numbers of the object itself. */
    private static final Set<String> DESCRIPTIONS =
            Set.of("name", "prompts", "channel", "slice", "frame", "unit");

    private ObjectCsv() {}

    /** The columns of all files, in order. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(HEADER);
        for (Measure measure : Measure.values()) {
            columns.add(measure.csvColumn());
        }
        return columns;
    }

    /**
     * Writes the header and a line an object; leaves the target open.
     *
     * @param unit of the image's lengths, as "µm"
     */
    public static void write(List<MeasuredObject> objects, String unit, Appendable out)
            throws IOException {
        write(objects, List.of(), unit, out);
    }

    /**
     * As above, with a line for each prompt without an object: its name under prompts, the reason
     * ("no match") under name, its plane, all else empty.
     */
    public static void write(
            List<MeasuredObject> objects,
            List<UnansweredPrompt> unanswered,
            String unit,
            Appendable out)
            throws IOException {
        CsvWriter csv = new CsvWriter(out);
        Extras extras = Extras.of(objects);
        List<String> header = new ArrayList<>(columns());
        header.addAll(extras.header());
        csv.row(header);
        for (MeasuredObject object : objects) {
            List<String> cells = cells(object, unit);
            cells.addAll(extras.cells(object));
            csv.row(cells);
        }
        for (UnansweredPrompt prompt : unanswered) {
            List<String> cells = cells(prompt);
            cells.addAll(Collections.nCopies(extras.header().size(), ""));
            csv.row(cells);
        }
        csv.flush();
    }

    /**
     * The last columns, which not all tables have.
     *
     * @param words whether words were asked
     * @param levels whether a plane has several levels
     * @param links whether objects are linked
     * @param channels further ones that were measured
     */
    private record Extras(
            boolean words, boolean levels, boolean links, List<ChannelName> channels) {

        static Extras of(List<MeasuredObject> objects) {
            return new Extras(
                    objects.stream().anyMatch(row -> !Double.isNaN(row.similarity())),
                    objects.stream().anyMatch(row -> row.kin().isPresent()),
                    objects.stream().anyMatch(row -> row.mother().isPresent()),
                    objects.stream()
                            .flatMap(row -> row.channels().stream())
                            .map(ChannelMeasures::name)
                            .distinct()
                            .toList());
        }

        List<String> header() {
            List<String> header = new ArrayList<>();
            if (words) {
                header.add(SIMILARITY);
            }
            if (levels) {
                header.addAll(KIN);
            }
            if (links) {
                header.add(MOTHER);
            }
            for (ChannelName channel : channels) {
                channel.measures().forEach(measure -> header.add(channel.csvColumn(measure)));
            }
            return header;
        }

        List<String> cells(MeasuredObject row) {
            List<String> cells = new ArrayList<>();
            if (words) {
                cells.add(text(row.similarity()));
            }
            if (levels) {
                MeasuredObject.Kin kin = row.kin().orElse(MeasuredObject.Kin.NONE);
                cells.add(text(kin.parent()));
                cells.add(text(kin.children()));
            }
            if (links) {
                cells.add(text(row.mother().orElseThrow()));
            }
            // NB: all rows of a table have the same channels, in the same order.
            for (ChannelMeasures channel : row.channels()) {
                channel.name().measures().forEach(m -> cells.add(text(channel.measures().get(m))));
            }
            return cells;
        }
    }

    /** The numbers of an object's line by their columns, in their order; only those that it has. */
    static Map<String, String> numbers(MeasuredObject object) {
        Extras extras = Extras.of(List.of(object));
        List<String> header = new ArrayList<>(columns());
        header.addAll(extras.header());
        List<String> cells = cells(object, "");
        cells.addAll(extras.cells(object));
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !DESCRIPTIONS.contains(header.get(i))) {
                numbers.put(header.get(i), cells.get(i));
            }
        }
        return numbers;
    }

    private static List<String> cells(UnansweredPrompt prompt) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns().size(), ""));
        cells.set(HEADER.indexOf("name"), prompt.reason());
        cells.set(HEADER.indexOf("prompts"), prompt.name());
        cells.set(HEADER.indexOf("channel"), Integer.toString(prompt.position().channel()));
        cells.set(HEADER.indexOf("slice"), Integer.toString(prompt.position().slice()));
        cells.set(HEADER.indexOf("frame"), Integer.toString(prompt.position().frame()));
        return cells;
    }

    private static List<String> cells(MeasuredObject row, String unit) {
        Box box = row.object().boxInSource();
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(row.label()));
        cells.add(row.name());
        cells.add(text(row.object().score()));
        cells.add(String.join(" ", row.prompts()));
        cells.add(Integer.toString(row.position().channel()));
        cells.add(Integer.toString(row.position().slice()));
        cells.add(Integer.toString(row.position().frame()));
        for (float edge : new float[] {box.x0(), box.y0(), box.x1(), box.y1()}) {
            cells.add(text(edge));
        }
        cells.add(Long.toString(row.object().mask().area()));
        cells.add(unit);
        for (Measure measure : Measure.values()) {
            cells.add(text(row.get(measure)));
        }
        return cells;
    }

    private static String text(double value) {
        return Double.isFinite(value) ? SevenDigits.of(value) : "";
    }
}
