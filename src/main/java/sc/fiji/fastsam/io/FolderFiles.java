package sc.fiji.fastsam.io;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The files of a folder, through links too, but for hidden ones (those whose names begin with a
 * full stop) and those in hidden subfolders. A subfolder that cannot be read is passed over and
 * named.
 *
 * @param files sorted by path; links whose file is missing among them
 * @param problems why a folder or file was passed over, a half sentence without full stop, by path
 */
public record FolderFiles(SortedSet<Path> files, Map<Path, String> problems) {

    /**
     * Lists a folder.
     *
     * @param subfolders with the files of all subfolders
     * @param whole folders that count as one file each, as Zarr stores do, and are not entered
     */
    public static FolderFiles of(Path folder, boolean subfolders, Predicate<Path> whole) {
        FolderFiles found = new FolderFiles(new TreeSet<>(), new TreeMap<>());
        int depth = subfolders ? Integer.MAX_VALUE : 1;
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    depth,
                    found.new Visitor(folder, whole));
        } catch (IOException e) {
            found.problems.put(folder, reason(e));
        }
        return found;
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemLoopException
                ? "is a link to a folder that holds it, which never ends"
                : "cannot be listed: " + IoReasons.of(e);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path top;
        private final Predicate<Path> whole;

        Visitor(Path top, Predicate<Path> whole) {
            this.top = top;
            this.whole = whole;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!isHidden(folder) && (folder.equals(top) || !whole.test(folder))) {
                return FileVisitResult.CONTINUE;
            }
            add(folder);
            return FileVisitResult.SKIP_SUBTREE;
        }

        private void add(Path file) {
            if (!isHidden(file)) {
                files.add(file);
            }
        }

        /** NB: the folder itself was named, whatever its name is. */
        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return !path.equals(top) && name != null && name.toString().startsWith(".");
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // NB: subfolders that are not entered come here too.
            boolean one = attributes.isDirectory() && whole.test(file);
            if (one || attributes.isRegularFile() || attributes.isSymbolicLink()) {
                add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            if (!isHidden(path)) {
                problems.put(path, reason(e));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            if (e != null) {
                problems.put(folder, reason(e));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
