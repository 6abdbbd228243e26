package sc.fiji.fastsam.batch.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sc.fiji.fastsam.io.FileLocks;

/**
 * A text file that several processes add lines to, and whose locks say who does what. The operating
 * system ends the locks with their process, so none outlives a crash. Thread-safe.
 *
 * <p>NB: opened once for everything: a process that opens it a second time and closes that would
 * lose all its locks. And no channel reads or writes it: an interrupt of the thread would close it.
 */
final class JournalFile implements AutoCloseable {

    /** Longer lines are damage. */
    private static final int LONGEST_LINE = 64 << 20;

    private static final int CHUNK = 1 << 16;

    /** Where the locks of claims lie: beyond any content. */
    private static final long CLAIMS = 1L << 40;

    private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Of all journals in this process, as locks do not keep its own threads apart. */
    private static final Object APPENDING = new Object();

    private final RandomAccessFile file;
    private long read;
    private long synced;

    private JournalFile(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Opens a file to add lines; makes it where there is none.
     *
     * @throws IOException if it may not be written
     */
    static JournalFile open(Path path) throws IOException {
        return new JournalFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    /**
     * Opens a file to read it alone.
     *
     * @throws IOException if it may not be read
     */
    static JournalFile openToRead(Path path) throws IOException {
        return new JournalFile(new RandomAccessFile(path.toFile(), "r"));
    }

    /** Gives the whole lines that were added since the last call, without their ends. */
    synchronized void readNew(Consumer<String> lines) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long at = read;
        file.seek(at);
        for (int n = file.read(chunk); n > 0; n = file.read(chunk)) {
            for (int i = 0; i < n; i++) {
                at++;
                if (chunk[i] == '\n') {
                    read = at;
                    lines.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(chunk[i]);
                }
            }
        }
    }

    /**
     * Adds a line at the end, after the end of one that a killed process cut off, and gives it to
     * the system; at most once a second waits until all is on the disk.
     *
     * @throws IOException if that fails
     */
    synchronized void append(String line) throws IOException {
        synchronized (APPENDING) {
            // NB: without locks, one process at a time needs none.
            Optional<FileLock> lock = FileLocks.ofFirstByte(file.getChannel());
            try {
                long end = file.length();
                String text = (isCutOff(end) ? "\n" : "") + line + "\n";
                file.seek(end);
                file.write(text.getBytes(StandardCharsets.UTF_8));
                sync();
            } finally {
                if (lock.isPresent()) {
                    lock.get().release();
                }
            }
        }
    }

    /** NB: after a kill nothing is lost; a loss of power costs what the last second noted. */
    private void sync() throws IOException {
        long now = System.nanoTime();
        if (synced == 0 || now - synced > SYNC_NANOS) {
            file.getFD().sync();
            synced = now;
        }
    }

    private boolean isCutOff(long end) throws IOException {
        if (end == 0) {
            return false;
        }
        file.seek(end - 1);
        return file.read() != '\n';
    }

    /**
     * Takes a file for this run.
     *
     * @return nothing while another run holds it
     */
    Optional<Claim> claim(String name) {
        try {
            long place = CLAIMS + (name.hashCode() & 0xffffffffL);
            FileLock lock = file.getChannel().tryLock(place, 1, false);
            return lock == null ? Optional.empty() : Optional.of(lock::release);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            // NB: a file system without locks: processes there need shards.
            return Optional.of(() -> {});
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
