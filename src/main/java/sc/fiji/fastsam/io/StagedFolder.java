package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A folder that appears whole or not at all: it is filled under a hidden name beside its target,
 * and {@link #commit} renames it. A {@link TemporaryFile} beside it tells {@link Leftovers} whether
 * its process lives. Not thread-safe.
 */
public final class StagedFolder implements AutoCloseable {

    private static final String CONTENT = ".folder";

    /** A folder in which the replaced one keeps its name, so that it can be put back. */
    private static final String REPLACED = ".before";

    /** The replaced folder itself, of earlier versions; nothing tells its name. */
    private static final String REPLACED_NAMELESS = ".old";

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
     * Gives the folder its name, in place of what is there. What of that cannot be removed stays
     * under a hidden name.
     *
     * @throws IOException if that is not possible; then what was there is there again
     */
    public void commit() throws IOException {
        Path before = lock.sibling(REPLACED);
        try {
            if (Files.exists(target)) {
                Files.createDirectory(before);
                Files.move(target, before.resolve(target.getFileName()));
            }
            Files.move(content(), target);
        } finally {
            putBack(before);
            discard(before);
        }
    }

    private static void discard(Path replaced) {
        try {
            Folders.delete(replaced);
        } catch (IOException e) {
            // NB: the new folder has its name, so it is committed all the same.
            return;
        }
    }

    /** Gives what was replaced its name again where nothing has it. */
    private static void putBack(Path before) throws IOException {
        if (Files.isDirectory(before, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> replaced = Files.newDirectoryStream(before)) {
                for (Path folder : replaced) {
                    Path target = before.resolveSibling(folder.getFileName());
                    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                        Files.move(folder, target);
                    }
                }
            }
        }
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

    /**
     * Removes what belongs to a temporary file whose process has ended. A folder that was about to
     * be replaced is put back, unless an earlier version moved it.
     */
    static void removeOf(Path lock) throws IOException {
        putBack(TemporaryFile.siblingOf(lock, REPLACED));
        Folders.delete(TemporaryFile.siblingOf(lock, REPLACED));
        Folders.delete(TemporaryFile.siblingOf(lock, CONTENT));
        Folders.delete(TemporaryFile.siblingOf(lock, REPLACED_NAMELESS));
    }
}
