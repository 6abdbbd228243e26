package sc.fiji.fastsam.batch.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sc.fiji.fastsam.io.CsvWriter;
import sc.fiji.fastsam.io.StagedFiles;

/** {@code report.csv} and {@code report.json}: the same facts, one line or object a file. */
public final class ReportFiles {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private static final String DONE = "done";
    private static final String BEGINNING = "{\n  \"" + DONE + "\":";

    private ReportFiles() {}

    /**
     * Writes both files, or neither.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(List<FileReport> files, RunFiles run) throws IOException {
        try (StagedFiles staged = new StagedFiles()) {
            staged.write(run.csv(), out -> writeCsv(files, out));
            staged.write(run.json(), out -> writeJson(files, out));
            staged.commit();
        }
    }

    /**
     * True if a file is there and begins as {@code report.json} does.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isReport(Path json) throws IOException {
        if (!Files.isRegularFile(json)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(json)) {
            String start = new String(in.readNBytes(BEGINNING.length()), StandardCharsets.UTF_8);
            return start.equals(BEGINNING);
        }
    }

    private static void writeCsv(List<FileReport> files, OutputStream out) throws IOException {
        Set<String> columns = ReportCells.columns(files);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = new CsvWriter(writer);
        csv.row(List.copyOf(columns));
        for (FileReport file : files) {
            csv.row(columns.stream().map(column -> cell(file, column)).toList());
        }
        csv.flush();
    }

    private static String cell(FileReport file, String column) {
        String text = ReportCells.text(file.cells().get(column));
        return column.equals(ReportCells.FILE) ? CsvWriter.path(text) : text;
    }

    private static void writeJson(List<FileReport> files, OutputStream out) throws IOException {
        ReportCounts counts = ReportCounts.of(files);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(DONE, counts.done());
        all.put("failed", counts.failed());
        all.put("canceled", counts.canceled());
        all.put("missing", counts.missing());
        all.put("objects", counts.objects());
        all.put("files", files.stream().map(FileReport::cells).toList());
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        GSON.toJson(all, writer);
        writer.flush();
    }
}
