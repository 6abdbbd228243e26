package sc.fiji.fastsam.batch.journal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import sc.fiji.fastsam.io.zarr.OmeZarr;

/**
 * What tells that a file has not been changed.
 *
 * @param bytes its size; of a folder, that of all files in it, but for those in the folder "labels"
 *     of an OME-Zarr image, where it keeps what was found in it
 * @param modified when it was last written, in milliseconds since 1970; of a folder, the latest of
 *     the same files
 */
public record FileState(long bytes, long modified) {

    /**
     * Looks at a file, or at a folder that is one image.
     *
     * @throws IOException if it is not there
     */
    public static FileState of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
            return new FileState(attributes.size(), attributes.lastModifiedTime().toMillis());
        }
        // NB: a walk that begins at a link would see the link alone.
        Path folder = path.toRealPath();
        Sum sum = new Sum(OmeZarr.imageFolder(folder).resolve(OmeZarr.LABELS));
        Files.walkFileTree(folder, sum);
        return new FileState(sum.bytes, sum.modified);
    }

    /** Likewise; of what is not there, or cannot be read, one that no file has. */
    public static FileState ofAny(Path path) {
        try {
            return of(path);
        } catch (IOException e) {
            return new FileState(-1, -1);
        }
    }

    /** Of this and another as if they were in one folder. */
    public FileState and(FileState other) {
        return new FileState(bytes + other.bytes, Math.max(modified, other.modified));
    }

    private static final class Sum extends SimpleFileVisitor<Path> {

        private final Path labels;
        private long bytes;
        private long modified;

        Sum(Path labels) {
            this.labels = labels;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(labels) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            modified = Math.max(modified, attributes.lastModifiedTime().toMillis());
            return FileVisitResult.CONTINUE;
        }
    }

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FileState r && bytes == r.bytes && modified == r.modified;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(bytes) + Long.hashCode(modified);
    }
}
