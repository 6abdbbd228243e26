package sc.fiji.fastsam.batch.journal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a journal says, line after line: a later line of a file takes the place of an earlier. */
public final class JournalContent {

    private static final String NAMES = "journal*.jsonl";

    private final Map<String, JournalEntry> entries = new HashMap<>();
    private final List<JournalRun> runs = new ArrayList<>();
    private int unreadable;

    /**
     * The journals of a folder, those of shards too, by name.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static SortedSet<Path> in(Path folder) throws IOException {
        SortedSet<Path> journals = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAMES)) {
            files.forEach(journals::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return journals;
    }

    /**
     * Reads a journal.
     *
     * @throws IOException if it cannot be read
     */
    public static JournalContent read(Path journal) throws IOException {
        JournalContent content = new JournalContent();
        try (JournalFile file = JournalFile.openToRead(journal)) {
            file.readNew(content::add);
        }
        return content;
    }

    void add(String text) {
        JournalLines.Parsed line = JournalLines.parse(text);
        line.entry().ifPresent(entry -> entries.put(entry.name(), entry));
        line.run().ifPresent(runs::add);
        if (!line.isReadable()) {
            unreadable++;
        }
    }

    /** The last of a file; nothing if no run has finished it. */
    public Optional<JournalEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The runs, the first one first. */
    public List<JournalRun> runs() {
        return List.copyOf(runs);
    }

    /** Number of lines that are damaged, as by a crash in the middle, or of another version. */
    public int unreadable() {
        return unreadable;
    }
}
