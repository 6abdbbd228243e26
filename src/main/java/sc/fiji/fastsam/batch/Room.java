package sc.fiji.fastsam.batch;

import java.io.File;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import sc.fiji.fastsam.imagej.file.TooLargeBesideOthersException;

/**
 * Keeps the memory of files that are done at the same time in bounds: a large file, and an image
 * that would take more than its share, is done alone, and one for which there was too little memory
 * beside others is done again alone.
 */
final class Room {

    /** Share of Java's memory that a file may take on the disk to be done beside others. */
    private static final int SHARE = 16;

    private final ReentrantReadWriteLock room = new ReentrantReadWriteLock(true);
    private final long largest;

    Room() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * @param largest size of a file that is done beside others, in bytes
     */
    Room(long largest) {
        this.largest = largest;
    }

    /**
     * Does a file, perhaps a second time.
     *
     * @param beside does it while others are done
     * @param alone does it while no other is
     */
    FileOutcome run(File file, Supplier<FileOutcome> beside, Supplier<FileOutcome> alone) {
        if (file.length() > largest) {
            return in(room.writeLock(), alone);
        }
        FileOutcome outcome = in(room.readLock(), beside);
        boolean tooFull = outcome.failure().filter(Room::isTooFull).isPresent();
        return tooFull ? in(room.writeLock(), alone) : outcome;
    }

    private static boolean isTooFull(Throwable failure) {
        return failure instanceof OutOfMemoryError
                || failure instanceof TooLargeBesideOthersException;
    }

    private static FileOutcome in(Lock part, Supplier<FileOutcome> work) {
        part.lock();
        try {
            return work.get();
        } finally {
            part.unlock();
        }
    }
}
