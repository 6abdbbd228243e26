package sc.fiji.fastsam.batch.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.mask.RunSummary;

/** The columns of reports, and what stands in them. */
public final class ReportCells {

    /** Path of the image. */
    public static final String FILE = "file";

    /** What became of it. */
    public static final String STATUS = "status";

    /** Number of objects. */
    public static final String OBJECTS = "objects";

    /** What a user should know of the result. */
    public static final String NOTES = "notes";

    /** Why it failed. */
    public static final String ERROR = "error";

    /** Of the objects' sizes, level by level, the largest first; the score that each needed. */
    private static final List<String> SIZES =
            List.of(
                    "levels",
                    "typical_diameter_px",
                    "typical_diameter",
                    "diameter_unit",
                    "confidence");

    private static final String TIME = "ms_";

    private ReportCells() {}

    /** Of a file without results. */
    public static Map<String, Object> of(String file, FileStatus status, String error) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(FILE, file);
        cells.put(STATUS, status.toString());
        cells.put(OBJECTS, 0);
        cells.put(NOTES, List.of());
        cells.put(ERROR, error);
        return cells;
    }

    /**
     * Of a file whose results are written.
     *
     * @param found its objects
     * @param milliseconds of each stage, in order
     */
    public static Map<String, Object> done(
            String file, ImageObjects found, Map<String, Double> milliseconds, List<String> notes) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(FILE, file);
        cells.put(STATUS, FileStatus.DONE.toString());
        cells.put(OBJECTS, found.count());
        addSummary(cells, found.summary());
        milliseconds.forEach((stage, ms) -> cells.put(TIME + stage, Math.round(ms * 100) / 100.0));
        cells.put(NOTES, List.copyOf(notes));
        cells.put(ERROR, "");
        addSizes(cells, found.sizes());
        return cells;
    }

    private static void addSummary(Map<String, Object> cells, RunSummary summary) {
        cells.put("model", summary.network().model());
        cells.put("device", summary.network().device());
        cells.put("device_reason", summary.network().deviceReason());
        cells.put(
                "scale",
                values(summary.sizes().levels().stream().map(l -> OptionalDouble.of(l.scale()))));
        cells.put("tiles", summary.counts().tiles());
        cells.put("candidates", summary.counts().candidates());
        cells.put("kept", summary.counts().kept());
    }

    private static void addSizes(Map<String, Object> cells, FoundSizes sizes) {
        List<RunSummary.Level> levels = sizes.levels();
        Stream<OptionalDouble> pixels = levels.stream().map(RunSummary.Level::typicalDiameter);
        cells.put(SIZES.get(0), levels.size());
        cells.put(SIZES.get(1), values(pixels));
        cells.put(SIZES.get(2), values(sizes.lengths().stream()));
        cells.put(SIZES.get(3), sizes.unit());
        Stream<Double> scores = levels.stream().map(RunSummary.Level::confidence);
        cells.put(SIZES.get(4), values(scores.map(OptionalDouble::of)));
    }

    /** To four digits, blank where there is none: one value, of several levels a list. */
    private static Object values(Stream<OptionalDouble> numbers) {
        MathContext digits = new MathContext(4);
        List<Object> all =
                numbers.<Object>map(
                                n ->
                                        n.isEmpty()
                                                ? ""
                                                : new BigDecimal(n.getAsDouble())
                                                        .round(digits)
                                                        .doubleValue())
                        .toList();
        return all.size() == 1 ? all.get(0) : all;
    }

    /** Time of all stages. */
    static double milliseconds(Map<String, Object> cells) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().startsWith(TIME))
                .mapToDouble(cell -> cell.getValue() instanceof Number n ? n.doubleValue() : 0)
                .sum();
    }

    /** The columns that files have, each once; notes, error and sizes last. */
    static Set<String> columns(Collection<FileReport> files) {
        Set<String> columns = new LinkedHashSet<>();
        files.forEach(file -> columns.addAll(file.cells().keySet()));
        List<String> end = new ArrayList<>(List.of(NOTES, ERROR));
        end.addAll(SIZES);
        for (String last : end) {
            columns.remove(last);
            columns.add(last);
        }
        return columns;
    }

    /** A cell as a table has it. */
    static String text(Object value) {
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(part -> parts.add(part.toString()));
            return String.join("; ", parts);
        }
        return value == null ? "" : value.toString();
    }
}
