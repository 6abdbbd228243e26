package sc.fiji.fastsam.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that appears under its name only when it is complete. */
public final class StagedFile implements AutoCloseable {

    private final Path target;
    private final Path temporary;

    private StagedFile(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /**
     * A file to be written, under a name of its own beside the target until then.
     *
     * <p>NB: not {@code Files.createTempFile}, whose files nobody else may read.
     */
    public static StagedFile of(Path target) {
        Path absolute = target.toAbsolutePath();
        return new StagedFile(
                absolute, absolute.resolveSibling(".fastsam-" + UUID.randomUUID() + ".part"));
    }

    /**
     * Where the content goes.
     *
     * @throws IOException if the folder cannot be written to
     */
    public OutputStream open() throws IOException {
        return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
    }

    /** Gives the file its name; an older one of this name is replaced. */
    public void commit() throws IOException {
        move(temporary, target);
    }

    /** Moves at one stroke where the file system can. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
