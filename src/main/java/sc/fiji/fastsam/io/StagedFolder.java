package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that appears whole or not at all: it is filled under a hidden name beside its target,
 * and {@link #commit} renames it. A {@link TemporaryFile} beside it tells {@link Leftovers} whether
 * its process lives. Not thread-safe.
 */
public final class StagedFolder implements AutoCloseable {

    private static final String CONTENT = ".folder";
    private static final String REPLACED = ".old";

    private final Path target;
    private final TemporaryFile lock;

    private StagedFolder(Path target, TemporaryFile lock) {
        this.target = target;
        this.lock = lock;
    }

    /**
     * Makes an empty folder for a target, and the target's parent where it is missing.
     *
     * @throws IOException if the parent may not be written to
     */
    public static StagedFolder of(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        StagedFolder folder =
                new StagedFolder(target.toAbsolutePath(), TemporaryFile.create(parent));
        Files.createDirectory(folder.content());
        return folder;
    }

    /** The folder as long as it is not committed. */
    public Path content() {
        return lock.sibling(CONTENT);
    }

    /**
     * Gives the folder its name, in place of what is there.
     *
     * @throws IOException if that is not possible; then what was there is there again
     */
    public void commit() throws IOException {
        Path before = lock.sibling(REPLACED);
        if (Files.exists(target)) {
            Files.move(target, before);
        }
        try {
            Files.move(content(), target);
        } catch (IOException e) {
            if (Files.exists(before)) {
                Files.move(before, target);
            }
            throw e;
        }
        Folders.delete(before);
    }

    /** Removes the folder if it was not committed. */
    @Override
    public void close() throws IOException {
        try {
            Folders.delete(content());
        } finally {
            lock.close();
        }
    }

    /** Removes what belongs to a temporary file whose process has ended. */
    static void removeOf(Path lock) throws IOException {
        Folders.delete(TemporaryFile.siblingOf(lock, CONTENT));
        Folders.delete(TemporaryFile.siblingOf(lock, REPLACED));
    }
}
