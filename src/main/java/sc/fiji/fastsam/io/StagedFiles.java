package sc.fiji.fastsam.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that appear together, whole, or not at all: each is written under a hidden temporary name
 * beside its target, and {@link #commit} renames them. Closing removes what was not committed. Not
 * thread-safe.
 */
public final class StagedFiles implements AutoCloseable {

    /** Writes a file's content; need not close the stream. */
    @FunctionalInterface
    public interface Content {
        /** Writes all bytes. */
        void to(OutputStream out) throws IOException;
    }

    private final Map<Path, Path> temporaryByTarget = new LinkedHashMap<>();

    /**
     * Writes a file that {@link #commit} will put in its place, over what is there. Makes the
     * target's folder.
     *
     * @throws IOException if it cannot be written; the message names the target and the way out
     */
    public void write(Path target, Content content) throws IOException {
        Path temporary = null;
        try {
            refuseFolder(target);
            Files.createDirectories(target.toAbsolutePath().getParent());
            temporary = temporaryFor(target);
            temporaryByTarget.put(target, temporary);
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW))) {
                content.to(out);
            }
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    /**
     * Gives all files their names.
     *
     * @throws IOException if one cannot be renamed; those before it stay
     */
    public void commit() throws IOException {
        for (Map.Entry<Path, Path> entry : temporaryByTarget.entrySet()) {
            try {
                move(entry.getValue(), entry.getKey());
            } catch (IOException e) {
                throw named(entry.getKey(), e);
            }
        }
        temporaryByTarget.clear();
    }

    /** Removes the files that were not committed. */
    @Override
    public void close() throws IOException {
        for (Path temporary : temporaryByTarget.values()) {
            Files.deleteIfExists(temporary);
        }
        temporaryByTarget.clear();
    }

    private static void move(Path from, Path to) throws IOException {
        CopyOption replace = StandardCopyOption.REPLACE_EXISTING;
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, replace);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, replace);
        }
    }

    private static void refuseFolder(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("a folder has that name");
        }
    }

    private static Path temporaryFor(Path target) {
        long process = ProcessHandle.current().pid();
        return target.resolveSibling("." + target.getFileName() + "." + process + ".part");
    }

    private static IOException named(Path target, IOException e) {
        return new IOException(
                "could not write "
                        + target
                        + ": "
                        + IoReasons.of(e)
                        + ". Free space there, or choose another output folder.",
                e);
    }
}
