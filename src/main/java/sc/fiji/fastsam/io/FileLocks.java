package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for locks of files. */
public final class FileLocks {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private FileLocks() {}

    /**
     * Waits until no other process holds the first byte of a file; an interrupt does not end that.
     *
     * @return the lock; nothing where the file system knows none, or this process holds it already
     */
    public static Optional<FileLock> ofFirstByte(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock(0, 1, false);
            while (lock == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
                lock = channel.tryLock(0, 1, false);
            }
            return Optional.of(lock);
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.empty();
        }
    }
}
