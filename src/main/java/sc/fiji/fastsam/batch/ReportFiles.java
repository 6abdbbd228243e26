package sc.fiji.fastsam.batch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.mask.RunSummary;

/** {@code report.csv} and {@code report.json}: the same facts, one line or object a file. */
public final class ReportFiles {

    /** Names of the files. */
    public static final List<String> NAMES = List.of("report.csv", "report.json");

    /** Typical diameters of the objects, level by level, the largest first. */
    private static final List<String> SIZE_COLUMNS =
            List.of("levels", "typical_diameter_px", "typical_diameter", "diameter_unit");

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ReportFiles() {}

    /**
     * Writes both files, or neither.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(BatchReport report, Path folder) throws IOException {
        try (StagedFiles files = new StagedFiles()) {
            files.write(folder.resolve(NAMES.get(0)), out -> writeCsv(report, out));
            files.write(folder.resolve(NAMES.get(1)), out -> writeJson(report, out));
            files.commit();
        }
    }

    private static void writeCsv(BatchReport report, OutputStream out) throws IOException {
        List<Map<String, Object>> rows = rows(report);
        Set<String> columns = columns(rows);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (CSVPrinter csv = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            csv.printRecord(columns);
            for (Map<String, Object> row : rows) {
                csv.printRecord(columns.stream().map(c -> text(row.get(c))).toList());
            }
        }
    }

    private static void writeJson(BatchReport report, OutputStream out) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("done", report.count(FileStatus.DONE));
        all.put("failed", report.count(FileStatus.FAILED));
        all.put("canceled", report.count(FileStatus.CANCELED));
        all.put("objects", report.objects());
        all.put("files", rows(report));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        GSON.toJson(all, writer);
        writer.flush();
    }

    private static List<Map<String, Object>> rows(BatchReport report) {
        return report.outcomes().stream().map(ReportFiles::row).toList();
    }

    private static Map<String, Object> row(FileOutcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", outcome.input().toString());
        row.put("status", outcome.status().toString());
        row.put("objects", outcome.objects());
        outcome.summary().ifPresent(summary -> addSummary(row, summary));
        outcome.milliseconds()
                .forEach((stage, ms) -> row.put("ms_" + stage, Math.round(ms * 100) / 100.0));
        row.put("notes", outcome.notes());
        row.put("error", outcome.error());
        outcome.sizes().ifPresent(sizes -> addSizes(row, sizes));
        return row;
    }

    private static void addSummary(Map<String, Object> row, RunSummary summary) {
        row.put("model", summary.network().model());
        row.put("device", summary.network().device());
        row.put("device_reason", summary.network().deviceReason());
        row.put(
                "scale",
                values(summary.sizes().levels().stream().map(l -> OptionalDouble.of(l.scale()))));
        row.put("tiles", summary.counts().tiles());
        row.put("candidates", summary.counts().candidates());
        row.put("kept", summary.counts().kept());
    }

    private static void addSizes(Map<String, Object> row, FoundSizes sizes) {
        List<RunSummary.Level> levels = sizes.levels();
        Stream<OptionalDouble> pixels = levels.stream().map(RunSummary.Level::typicalDiameter);
        row.put(SIZE_COLUMNS.get(0), levels.size());
        row.put(SIZE_COLUMNS.get(1), values(pixels));
        row.put(SIZE_COLUMNS.get(2), values(sizes.lengths().stream()));
        row.put(SIZE_COLUMNS.get(3), sizes.unit());
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

    /** Columns of all rows; notes, error and sizes last. */
    private static Set<String> columns(List<Map<String, Object>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<String> end = new ArrayList<>(List.of("notes", "error"));
        end.addAll(SIZE_COLUMNS);
        for (String last : end) {
            columns.remove(last);
            columns.add(last);
        }
        return columns;
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(part -> parts.add(part.toString()));
            return String.join("; ", parts);
        }
        return value == null ? "" : value.toString();
    }
}
