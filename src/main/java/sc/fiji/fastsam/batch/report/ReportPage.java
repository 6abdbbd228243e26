package sc.fiji.fastsam.batch.report;

import com.google.gson.Gson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import sc.fiji.fastsam.io.StagedFiles;

/**
 * {@code report.html}: one file with everything in it, that a browser shows without a network. It
 * draws only the rows in view, so that many thousands are no burden.
 */
public final class ReportPage {

    private static final String TEMPLATE = "report.html";
    private static final String FACTS = "@FACTS@";
    private static final String ROWS = "@ROWS@";

    /** NB: as it is made, it escapes what could end a script element. */
    private static final Gson GSON = new Gson();

    private ReportPage() {}

    /**
     * Writes the page, whole or not at all.
     *
     * @param overlays path of a file's overlay picture from the page's folder; empty if there is
     *     none
     * @throws IOException if it cannot be written
     */
    public static void write(
            List<FileReport> files, RunFiles run, Function<FileReport, String> overlays)
            throws IOException {
        String template = template();
        int facts = template.indexOf(FACTS);
        int rows = template.indexOf(ROWS);
        try (StagedFiles staged = new StagedFiles()) {
            staged.write(
                    run.page(),
                    out -> {
                        Writer page = writer(out);
                        page.write(template, 0, facts);
                        page.write(GSON.toJson(facts(files)));
                        page.write(template, facts + FACTS.length(), rows - facts - FACTS.length());
                        writeRows(files, overlays, page);
                        page.write(template.substring(rows + ROWS.length()));
                        page.flush();
                    });
            staged.commit();
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    private static void writeRows(
            List<FileReport> files, Function<FileReport, String> overlays, Writer page)
            throws IOException {
        String between = "";
        for (FileReport file : files) {
            page.write(between);
            page.write(GSON.toJson(row(file, overlays)));
            between = ",\n";
        }
    }

    private static Map<String, Object> row(FileReport file, Function<FileReport, String> overlays) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", String.valueOf(file.cells().getOrDefault(ReportCells.FILE, file.name())));
        row.put("state", file.status().toString());
        row.put("objects", file.objects());
        row.put("ms", Math.round(ReportCells.milliseconds(file.cells())));
        row.put("notes", String.join("; ", file.notes()));
        row.put("error", file.error());
        row.put("picture", file.picture());
        row.put("overlay", file.status() == FileStatus.DONE ? overlays.apply(file) : "");
        return row;
    }

    private static Map<String, Object> facts(List<FileReport> files) {
        ReportCounts counts = ReportCounts.of(files);
        List<List<Object>> numbers = new ArrayList<>();
        numbers.add(List.of("files", counts.files()));
        numbers.add(List.of("done", counts.done()));
        numbers.add(List.of("failed", counts.failed()));
        if (counts.canceled() > 0) {
            numbers.add(List.of("canceled", counts.canceled()));
        }
        if (counts.missing() > 0) {
            numbers.add(List.of("missing", counts.missing()));
        }
        numbers.add(List.of("objects", counts.objects()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("counts", numbers);
        facts.put("areas", bars(files));
        return facts;
    }

    /** Smallest and greatest area of each class from the first to the last, and its objects. */
    private static List<List<Object>> bars(List<FileReport> files) {
        AreaCounts areas = AreaCounts.sum(files.stream().map(FileReport::areas).toList());
        List<List<Object>> bars = new ArrayList<>();
        if (!areas.counts().isEmpty()) {
            for (int k = areas.counts().firstKey(); k <= areas.counts().lastKey(); k++) {
                bars.add(
                        List.of(
                                (long) Math.ceil(AreaCounts.lowest(k)),
                                (long) Math.ceil(AreaCounts.lowest(k + 1)) - 1,
                                areas.counts().getOrDefault(k, 0)));
            }
        }
        return bars;
    }

    private static String template() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReportPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
