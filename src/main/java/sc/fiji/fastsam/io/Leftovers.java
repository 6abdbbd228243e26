package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Temporary files of runs that were killed. */
public final class Leftovers {

    /** Where the file system knows no locks, only files as old as this are nobody's. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Set<String> targets = new HashSet<>();

    private Leftovers() {}

    /**
     * Removes what killed runs left in the folders of some files, and nothing that a run is still
     * writing. What cannot be removed stays.
     *
     * @param targets files that are going to be written; missing folders are passed over
     */
    public static void remove(Collection<Path> targets) {
        Leftovers leftovers = new Leftovers();
        Set<Path> folders = new HashSet<>();
        for (Path target : targets) {
            folders.add(target.toAbsolutePath().getParent());
            leftovers.targets.add(target.getFileName().toString());
        }
        folders.forEach(leftovers::removeIn);
    }

    private void removeIn(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isTemporary)) {
            for (Path file : files) {
                removeIfDead(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // NB: no such folder yet, or one that may not be listed: the run itself will tell.
            return;
        }
    }

    /** By its name; also in the form of earlier versions, {@code .TARGET.PID.part}. */
    private boolean isTemporary(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".") || !name.endsWith(TemporaryFile.SUFFIX)) {
            return false;
        }
        boolean current =
                name.startsWith(TemporaryFile.PREFIX) && !name.startsWith(TemporaryFile.OWN_PREFIX);
        return (current || targets.contains(name.substring(1).replaceAll("\\.\\d+\\.part$", "")))
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void removeIfDead(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (isDead(file, channel)) {
                StagedFolder.removeOf(file);
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // NB: another user's, or gone in the meantime: not ours to remove.
            return;
        }
    }

    private static boolean isDead(Path file, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.isBefore(Instant.now().minus(ABANDONED));
        }
    }
}
