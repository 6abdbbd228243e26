package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of this process alone, which only its user may enter, in the system's folder for
 * temporary files. It goes when the process ends; that of a killed process goes when the next one
 * needs such a folder. A lock in it tells whether its process lives.
 */
public final class TemporaryFolder {

    private static final String LOCK = "in-use";

    /**
     * The open locks of this process, by folder. NB: one that nothing refers to is closed by Java;
     * and to open such a file a second time and close that would end the lock of the first.
     */
    private static final Map<Path, FileChannel> OWN = new ConcurrentHashMap<>();

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
    static synchronized Path createIn(Path parent, String prefix) throws IOException {
        Path folder = Files.createTempDirectory(parent, prefix);
        Path lock = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IOException(lock + " cannot be locked");
        }
        OWN.put(folder, channel);
        Thread end = new Thread(() -> delete(folder), "fastsam-temporary-folder");
        Runtime.getRuntime().addShutdownHook(end);
        new TemporaryFolder(prefix, parent).removeDead(folder);
        return folder;
    }

    private void removeDead(Path own) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                if (!OWN.containsKey(folder) && isOfSameUser(folder, own) && isDead(folder)) {
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

    private static boolean isDead(Path folder) {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // NB: as on Windows, where a loaded library cannot be removed: the next process will.
            return;
        }
    }
}
