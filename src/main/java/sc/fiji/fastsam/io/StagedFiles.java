package sc.fiji.fastsam.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sc.fiji.fastsam.concurrent.AtOnce;

/**
 * Files that appear together, whole, or not at all: each is written under a hidden temporary name
 * beside its target, and {@link #commit} renames them. Closing removes what was not committed; what
 * a killed process leaves, {@link Leftovers} finds. Not thread-safe.
 */
public final class StagedFiles implements AutoCloseable {

    /** Writes a file's content; need not close the stream. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all bytes.
         *
         * @throws IOException if that fails
         */
        void to(OutputStream out) throws IOException;
    }

    private static final Path DEVICES = Path.of("/dev");

    private final Map<Path, TemporaryFile> temporaryByTarget = new LinkedHashMap<>();
    private final Set<Path> outdated = new LinkedHashSet<>();

    /**
     * Writes a file that {@link #commit} will put in its place, over what is there. Makes the
     * target's folder.
     *
     * @throws IOException if it cannot be written; the message names the target and the way out
     */
    public void write(Path target, Content content) throws IOException {
        writing(target, content).run();
    }

    /**
     * Likewise in two steps: the file is made now, its content when the task is run, which may be
     * on another thread.
     *
     * @throws IOException if it cannot be made; so may the task
     */
    public AtOnce.Task writing(Path target, Content content) throws IOException {
        TemporaryFile temporary = create(target);
        temporaryByTarget.put(target, temporary);
        return () -> {
            try (OutputStream out = new BufferedOutputStream(temporary.content())) {
                content.to(out);
            } catch (IOException e) {
                throw named(target, e);
            }
        };
    }

    private static TemporaryFile create(Path target) throws IOException {
        try {
            refuseOther(target);
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            return TemporaryFile.create(folder);
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    /** Lets {@link #commit} remove a file, so that none of an earlier run stays beside the new. */
    public void remove(Path target) {
        outdated.add(target);
    }

    /**
     * Waits until what was written is on the disk, so that a loss of power cannot leave files that
     * are whole by their size alone.
     *
     * @throws IOException if that fails
     */
    public void force() throws IOException {
        for (TemporaryFile temporary : temporaryByTarget.values()) {
            temporary.force();
        }
    }

    /**
     * Gives all files their names.
     *
     * @throws IOException if one cannot be renamed; those before it stay
     */
    public void commit() throws IOException {
        for (Map.Entry<Path, TemporaryFile> entry : temporaryByTarget.entrySet()) {
            try {
                entry.getValue().moveTo(entry.getKey());
            } catch (IOException e) {
                throw named(entry.getKey(), e);
            }
        }
        for (Path target : outdated) {
            Files.deleteIfExists(target);
        }
    }

    /** Removes the files that were not committed. */
    @Override
    public void close() throws IOException {
        try {
            Closing.all(temporaryByTarget.values(), TemporaryFile::close);
        } finally {
            temporaryByTarget.clear();
        }
    }

    /**
     * Writes a file into a folder and removes it again.
     *
     * @throws IOException if that fails, as it comes
     */
    public static void tryIn(Path folder) throws IOException {
        try (TemporaryFile file = TemporaryFile.create(folder)) {
            file.content().write(0);
        }
    }

    /**
     * NB: renaming over a device or pipe would take it from all who use it, as /dev/stdout. On
     * Windows, where none has the name of a file, Java calls deduplicated files no regular ones.
     */
    private static void refuseOther(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("a folder has that name");
        }
        boolean among = DEVICES.equals(target.toAbsolutePath().normalize().getParent());
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.exists(target) && (among || !Files.isRegularFile(target))) {
            throw new IOException("a device or pipe has that name");
        }
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
