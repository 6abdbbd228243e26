package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder of this process alone, which only its user may enter, in the system's folder for
 * temporary files. It goes when the process ends; that of a killed process goes when the next one
 * needs such a folder. A lock in it tells whether its process lives.
 */
public final class TemporaryFolder {

    private static final String LOCK = "in-use";

    private final String prefix;
    private final Path parent;

    private TemporaryFolder(String prefix, Path parent) {
        this.prefix = prefix;
        this.parent = parent;
    }

    /**
     * Makes a folder, and removes those of the same user and prefix whose process has ended.
     *
     * @throws IOException if none can be made
     */
    public static Path create(String prefix) throws IOException {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")), prefix);
    }

    /**
     * Likewise, in some folder.
     *
     * @throws IOException if none can be made
     */
    static Path createIn(Path parent, String prefix) throws IOException {
        Path folder = Files.createTempDirectory(parent, prefix);
        Path lock = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // NB: the channel stays open, and the lock there, for as long as the process lives.
        if (channel.tryLock() == null) {
            throw new IOException(lock + " cannot be locked");
        }
        Thread end = new Thread(() -> delete(folder), "fastsam-temporary-folder");
        Runtime.getRuntime().addShutdownHook(end);
        new TemporaryFolder(prefix, parent).removeDead(folder);
        return folder;
    }

    private void removeDead(Path own) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(own) && isOfSameUser(folder, own) && isDead(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // NB: what cannot be looked at stays.
            return;
        }
    }

    private static boolean isOfSameUser(Path folder, Path own) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
    }

    /** NB: a folder of this process is locked by it, which Java tells by an exception. */
    private static boolean isDead(Path folder) {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try {
            StagedFolder.deleteTree(folder);
        } catch (IOException e) {
            // NB: as on Windows, where a loaded library cannot be removed: the next process will.
            return;
        }
    }
}
