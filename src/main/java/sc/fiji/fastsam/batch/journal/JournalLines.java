package sc.fiji.fastsam.batch.journal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sc.fiji.fastsam.batch.report.AreaCounts;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;

/** Lines of a journal: JSON, one object each. */
final class JournalLines {

    /** Of the form of the lines. */
    static final int VERSION = 1;

    private static final Gson GSON =
            new GsonBuilder()
                    .disableHtmlEscaping()
                    .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                    .create();

    private JournalLines() {}

    /** A finished file. */
    static String of(JournalEntry entry) {
        Line line = new Line();
        line.fastsam_journal = VERSION;
        line.name = entry.name();
        line.bytes = entry.state().bytes();
        line.modified = entry.state().modified();
        line.settings_hash = entry.recipe().settingsHash();
        line.settings = entry.recipe().settings();
        line.model_hash = entry.recipe().model();
        line.version = entry.recipe().version();
        line.status = entry.report().status().toString();
        line.finished = entry.finished();
        line.outputs = new TreeMap<>(entry.outputs());
        line.report = entry.report().cells();
        line.areas = new TreeMap<>(entry.report().areas().counts());
        line.picture = entry.report().picture();
        return GSON.toJson(line);
    }

    /** The beginning of a run. */
    static String of(JournalRun run) {
        Line line = new Line();
        line.fastsam_journal = VERSION;
        line.started = run.started();
        line.shard = run.shard();
        line.shards = run.shards();
        line.names = run.names();
        // NB: absent where there are none.
        line.foreign = run.foreign().isEmpty() ? null : run.foreign();
        return GSON.toJson(line);
    }

    /** Reads a line; all parts are empty where it is damaged or of another version. */
    static Parsed parse(String text) {
        Line line;
        try {
            line = GSON.fromJson(text, Line.class);
        } catch (JsonParseException e) {
            return Parsed.UNREADABLE;
        }
        if (line == null || line.fastsam_journal != VERSION) {
            return Parsed.UNREADABLE;
        }
        return new Parsed(entry(line), run(line));
    }

    private static Optional<JournalRun> run(Line line) {
        return line.started == null || line.names == null || line.names.contains(null)
                ? Optional.empty()
                : Optional.of(
                        new JournalRun(line.started, line.shard, line.shards, line.names)
                                .withForeign(line.foreign()));
    }

    private static Optional<JournalEntry> entry(Line line) {
        Optional<FileStatus> status = status(line.status);
        if (status.isEmpty() || !line.isWhole()) {
            return Optional.empty();
        }
        FileReport report =
                new FileReport(
                        line.name,
                        status.get(),
                        line.report,
                        new AreaCounts(line.areas),
                        line.picture);
        return Optional.of(
                new JournalEntry(
                        new FileState(line.bytes, line.modified),
                        new Recipe(line.settings, line.model_hash, line.version),
                        line.outputs,
                        line.finished,
                        report));
    }

    private static Optional<FileStatus> status(String text) {
        for (FileStatus status : FileStatus.values()) {
            if (status.toString().equals(String.valueOf(text).toLowerCase(Locale.ROOT))) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /**
     * What a line says.
     *
     * @param entry of a finished file
     * @param run that begins
     */
    record Parsed(Optional<JournalEntry> entry, Optional<JournalRun> run) {

        static final Parsed UNREADABLE = new Parsed(Optional.empty(), Optional.empty());

        boolean isReadable() {
            return entry.isPresent() || run.isPresent();
        }
    }

    /** NB: a plain class, as the Gson that a host brings may know no records. */
    private static final class Line {
        private int fastsam_journal;
        private String name;
        private String status;
        private String finished;
        private long bytes;
        private long modified;
        private String settings_hash;
        private String settings;
        private String model_hash;
        private String version;
        private SortedMap<String, Long> outputs;
        private Map<String, Object> report;
        private SortedMap<Integer, Integer> areas;
        private String picture;
        private String started;
        private int shard;
        private int shards;
        private List<String> names;
        private List<String> foreign;

        List<String> foreign() {
            return foreign == null || foreign.contains(null) ? List.of() : foreign;
        }

        boolean isWhole() {
            return name != null
                    && finished != null
                    && settings != null
                    && model_hash != null
                    && version != null
                    && outputs != null
                    && !outputs.containsValue(null)
                    && report != null
                    && areas != null
                    && !areas.containsValue(null)
                    && picture != null;
        }
    }
}
