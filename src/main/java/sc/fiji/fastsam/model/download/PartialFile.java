package sc.fiji.fastsam.model.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a file, kept for when its download goes on, with what the server said to
 * recognize the same file by.
 */
final class PartialFile {

    private final Path content;
    private final Path note;

    PartialFile(Path target) {
        content = target.resolveSibling(target.getFileName() + ".part");
        note = target.resolveSibling(target.getFileName() + ".part.txt");
    }

    Path content() {
        return content;
    }

    /** Bytes that are there. */
    long size() throws IOException {
        return Files.exists(content) ? Files.size(content) : 0;
    }

    /**
     * ETag or date of what is there; empty where it cannot be gone on with.
     *
     * @param address from which it must have come
     */
    Optional<String> validator(URI address) throws IOException {
        if (size() == 0 || !Files.exists(note)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(note);
        boolean same = lines.size() == 2 && lines.get(0).equals(address.toString());
        return same ? Optional.of(lines.get(1)) : Optional.empty();
    }

    /** Forgets what is there, and begins with a file of this validator, if the server gave one. */
    void begin(URI address, Optional<String> validator) throws IOException {
        delete();
        if (validator.isPresent()) {
            Files.write(note, List.of(address.toString(), validator.get()));
        }
    }

    OutputStream append() throws IOException {
        return Files.newOutputStream(content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void delete() throws IOException {
        Files.deleteIfExists(content);
        Files.deleteIfExists(note);
    }

    void deleteNote() throws IOException {
        Files.deleteIfExists(note);
    }
}
