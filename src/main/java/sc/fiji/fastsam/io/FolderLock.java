package sc.fiji.fastsam.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps other threads and processes from changing a file of a folder between reading and writing
 * it: one holder at a time, by a lock on a hidden file that is removed again. The lock of a process
 * that was killed is free. Where the file system knows no locks, threads of this process alone are
 * kept apart.
 */
public final class FolderLock implements AutoCloseable {

    private static final String NAME = ".fastsam.lock";

    /** NB: locks of files do not keep a process's own threads apart. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path path;
    private final RandomAccessFile file;

    private FolderLock(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Waits until no other has it; the thread that took it closes it.
     *
     * @throws IOException if the folder may not be written to
     */
    public static FolderLock of(Path folder) throws IOException {
        THREADS.lock();
        try {
            Path path = folder.resolve(NAME);
            RandomAccessFile file = open(path);
            // NB: one with content had been removed by its holder before this lock was free.
            while (file.length() > 0) {
                file.close();
                file = open(path);
            }
            return new FolderLock(path, file);
        } catch (IOException | RuntimeException | Error e) {
            THREADS.unlock();
            throw e;
        }
    }

    private static RandomAccessFile open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        FileLocks.ofFirstByte(file.getChannel());
        return file;
    }

    /** Lets the next one have it. */
    @Override
    public void close() throws IOException {
        try (RandomAccessFile held = file) {
            if (isRemoved()) {
                // NB: afterwards, so that who waits for this file knows that it is another's now.
                held.setLength(1);
            }
        } finally {
            THREADS.unlock();
        }
    }

    /** NB: where an open file cannot be removed, as on Windows, it stays, empty. */
    private boolean isRemoved() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            return false;
        }
    }
}
