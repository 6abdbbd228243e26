package sc.fiji.fastsam.batch.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.fastsam.batch.report.RunFiles;

/**
 * What is done in an output folder, by this run and others: read at the beginning, and again
 * whenever asked, as other processes may add to it. Results of shards count too, whose journals lie
 * beside. Thread-safe.
 */
public final class Journal implements AutoCloseable {

    private final JournalFile file;
    private final JournalContent content = new JournalContent();
    private final List<JournalContent> others = new ArrayList<>();

    private Journal(JournalFile file) {
        this.file = file;
    }

    /**
     * Opens the journal of a run, and reads it and those beside it.
     *
     * @throws IOException if one cannot be read, or the run's cannot be written
     */
    public static Journal open(RunFiles run) throws IOException {
        Journal journal = new Journal(JournalFile.open(run.journal()));
        try {
            for (Path other : JournalContent.in(run.folder())) {
                if (!other.equals(run.journal())) {
                    journal.others.add(JournalContent.read(other));
                }
            }
            journal.refresh();
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Reads what other processes have added.
     *
     * @throws IOException if the journal cannot be read
     */
    public synchronized void refresh() throws IOException {
        file.readNew(content::add);
    }

    /** What was done last of a file, if anything. */
    public synchronized Optional<JournalEntry> find(String name) {
        return Stream.concat(Stream.of(content), others.stream())
                .flatMap(journal -> journal.find(name).stream())
                .max(Comparator.comparing(JournalEntry::finished));
    }

    /** Names of all files that any run was given. */
    public synchronized Set<String> names() {
        return runs().flatMap(run -> run.names().stream()).collect(Collectors.toSet());
    }

    /** Names of the files that the last run with this journal was given; none before the first. */
    public synchronized List<String> lastNames() {
        List<JournalRun> runs = content.runs();
        return runs.isEmpty() ? List.of() : runs.get(runs.size() - 1).names();
    }

    /** Names of files whose results were there before any run, and which no run has done since. */
    public synchronized Set<String> foreign() {
        return runs().flatMap(run -> run.foreign().stream())
                .filter(name -> find(name).filter(JournalEntry::isDone).isEmpty())
                .collect(Collectors.toSet());
    }

    private Stream<JournalRun> runs() {
        return Stream.concat(Stream.of(content), others.stream())
                .flatMap(journal -> journal.runs().stream());
    }

    /** Number of lines that cannot be read. */
    public synchronized int unreadable() {
        return content.unreadable() + others.stream().mapToInt(JournalContent::unreadable).sum();
    }

    /** The line of a run that begins. */
    public static String lineOf(JournalRun run) {
        return JournalLines.of(run);
    }

    /**
     * Notes that a run begins.
     *
     * @param line of {@link #lineOf}
     * @throws IOException if it cannot be written
     */
    public void begin(String line) throws IOException {
        file.append(line);
    }

    /**
     * Notes a finished file.
     *
     * @throws IOException if it cannot be written
     */
    public void add(JournalEntry entry) throws IOException {
        file.append(JournalLines.of(entry));
    }

    /**
     * Takes a file for this run.
     *
     * @return nothing while another run holds it
     */
    public Optional<Claim> claim(String name) {
        return file.claim(name);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
