package sc.fiji.fastsam.batch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.mask.RunSummary;

/** {@code report.csv} and {@code report.json}: the same facts, one line or object a file. */
public final class ReportFiles {

    /** Names of the files. */
    public static final List<String> NAMES = List.of("report.csv", "report.json");

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
        return row;
    }

    private static void addSummary(Map<String, Object> row, RunSummary summary) {
        row.put("model", summary.network().model());
        row.put("device", summary.network().device());
        row.put("device_reason", summary.network().deviceReason());
        row.put("scale", Math.round(summary.sizes().scale() * 1e4) / 1e4);
        row.put("tiles", summary.counts().tiles());
        row.put("candidates", summary.counts().candidates());
        row.put("kept", summary.counts().kept());
    }

    /** Columns of all rows; notes and error last. */
    private static Set<String> columns(List<Map<String, Object>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        for (String last : List.of("notes", "error")) {
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
