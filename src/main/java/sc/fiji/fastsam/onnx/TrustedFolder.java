package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Tells whether only this user (or root) can have put a file where it is: libraries, and archives
 * of classes, from elsewhere are not loaded. By owners and permissions, which Windows does not
 * have; there each user's folders are the user's own.
 */
public final class TrustedFolder {

    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;
    private static final int STICKY = 01000;

    private TrustedFolder() {}

    /**
     * Makes a folder, with those above it, that only its user may enter, if it is not there.
     *
     * @throws IOException if that fails, or others can put files into it
     */
    public static Path create(Path folder) throws IOException {
        if (!hasOwners()) {
            return Files.createDirectories(folder);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        Path real = folder.toRealPath();
        if (!isOwn(real)) {
            throw new IOException(folder + " belongs to another user");
        }
        for (Path above = real; above != null; above = above.getParent()) {
            checkWriters(above);
        }
        return folder;
    }

    /** True for a file, and no link, of this user or root that others cannot change. */
    static boolean holds(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return !hasOwners() || isOwn(file) && !isWritableByOthers(file);
    }

    private static void checkWriters(Path folder) throws IOException {
        // NB: in a sticky folder, as /tmp, others cannot rename what is not theirs.
        if (isWritableByOthers(folder) && (number(folder, "mode") & STICKY) == 0) {
            throw new IOException(folder + " can be written to by other users");
        }
    }

    /** NB: groups whose number is their user's have that user alone, as most Linuxes make them. */
    private static boolean isWritableByOthers(Path path) throws IOException {
        int mode = number(path, "mode");
        boolean privateGroup = number(path, "gid") == number(path, "uid");
        return (mode & OTHERS_WRITE) != 0 || (mode & GROUP_WRITES) != 0 && !privateGroup;
    }

    private static boolean isOwn(Path path) throws IOException {
        int owner = number(path, "uid");
        return owner == 0 || Optional.of(owner).equals(user());
    }

    /** This user's number; nothing if it cannot be found out. */
    private static Optional<Integer> user() throws IOException {
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return Optional.of(number(self, "uid"));
        }
        Path probe = Files.createTempFile("fastsam", ".probe");
        try {
            return Optional.of(number(probe, "uid"));
        } finally {
            Files.delete(probe);
        }
    }

    private static int number(Path path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + attribute);
    }

    private static boolean hasOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    }
}
