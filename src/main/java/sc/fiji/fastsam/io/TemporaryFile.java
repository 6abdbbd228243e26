package sc.fiji.fastsam.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A hidden file under a short name that no other has, as {@code .fastsam-RUN-FILE.part}, which
 * becomes another file once it is whole. The operating system holds a lock on it for as long as its
 * process lives, in whatever container: so {@link Leftovers} can tell what a killed run left behind
 * from what another run is writing. Not thread-safe.
 */
public final class TemporaryFile implements AutoCloseable {

    static final String PREFIX = ".fastsam-";
    static final String SUFFIX = ".part";

    /** Of this process: it must not open its own files again, which would end their locks. */
    static final String OWN_PREFIX = PREFIX + token() + "-";

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes an empty file.
     *
     * @throws IOException if the folder may not be written to
     */
    public static TemporaryFile create(Path folder) throws IOException {
        while (true) {
            Path path = folder.resolve(OWN_PREFIX + token() + SUFFIX);
            FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            // NB: between the two steps another run may take it for a leftover and remove it.
            if (lock(channel) && Files.exists(path)) {
                return new TemporaryFile(path, channel);
            }
            channel.close();
        }
    }

    /** False when another run holds it; true as well where the file system knows no locks. */
    private static boolean lock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            return true;
        }
    }

    private static String token() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Where the content goes; closing it keeps the lock. */
    public OutputStream content() {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Writes what the operating system still keeps in memory to the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    /** For writing at any place; {@link #close} closes it. */
    public FileChannel channel() {
        return channel;
    }

    /**
     * Gives the file its name, over what is there, at one stroke where the file system can.
     *
     * @throws IOException if it cannot be renamed
     */
    public void moveTo(Path target) throws IOException {
        move(path, target);
    }

    /**
     * Renames a file, over what is there, at one stroke where the file system can.
     *
     * @throws IOException if it cannot be renamed
     */
    public static void move(Path file, Path target) throws IOException {
        CopyOption replace = StandardCopyOption.REPLACE_EXISTING;
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, replace);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, target, replace);
        }
    }

    /** Path of another temporary thing that belongs to this one: the same name, other ending. */
    Path sibling(String suffix) {
        return siblingOf(path, suffix);
    }

    /** Likewise, of a temporary file that is named. */
    static Path siblingOf(Path temporary, String suffix) {
        String name = temporary.getFileName().toString();
        return temporary.resolveSibling(
                name.substring(0, name.length() - SUFFIX.length()) + suffix);
    }

    /** Removes the file if it still has its name, and ends the lock. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            channel.close();
        }
    }
}
