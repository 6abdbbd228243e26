package sc.fiji.fastsam.imagej.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.fastsam.geometry.Box;

/**
 * Objects as comma-separated values, seven significant digits, an empty cell where there is no
 * value. Columns: {@link #HEADER}, then {@link Measure} by {@link Measure#csvColumn}, and where
 * objects are linked {@link #PARENT}.
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

    /** Label of the object that divided into this one and another, 0 = none. */
    public static final String PARENT = "parent";

    private static final MathContext DIGITS = new MathContext(7);

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
        CSVPrinter csv =
                new CSVPrinter(out, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
        boolean byWords = objects.stream().anyMatch(row -> !Double.isNaN(row.similarity()));
        boolean linked = objects.stream().anyMatch(row -> row.parent().isPresent());
        csv.printRecord(with(with(columns(), byWords, SIMILARITY), linked, PARENT));
        for (MeasuredObject object : objects) {
            List<String> cells = with(cells(object, unit), byWords, text(object.similarity()));
            String parent = linked ? Integer.toString(object.parent().orElseThrow()) : "";
            csv.printRecord(with(cells, linked, parent));
        }
        for (UnansweredPrompt prompt : unanswered) {
            csv.printRecord(with(with(cells(prompt), byWords, ""), linked, ""));
        }
        csv.flush();
    }

    private static List<String> with(List<String> cells, boolean more, String last) {
        List<String> all = new ArrayList<>(cells);
        if (more) {
            all.add(last);
        }
        return all;
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
        cells.add(Integer.toString(row.object().mask().area()));
        cells.add(unit);
        for (Measure measure : Measure.values()) {
            cells.add(text(row.get(measure)));
        }
        return cells;
    }

    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
