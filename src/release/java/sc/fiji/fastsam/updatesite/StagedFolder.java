package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that is there complete or not at all: filled beside its place under another name and
 * then renamed. If the process is killed before, a folder {@code .NAME-unfinished-…} is left, which
 * may be deleted.
 */
public final class StagedFolder {

    private StagedFolder() {}

    /** Fills a folder. */
    @FunctionalInterface
    public interface Filling {

        /** Writes everything into an empty folder. */
        void into(Path folder) throws IOException, BuildException;
    }

    /**
     * Makes a folder.
     *
     * @throws BuildException if there is something in its place, or it cannot be made there
     */
    public static void create(Path folder, Filling filling) throws IOException, BuildException {
        Path place = folder.toAbsolutePath().normalize();
        checkFree(place);
        fill(place, filling);
    }

    /**
     * Makes a folder in the place of one that may be there, which stays as it is until the new one
     * is complete.
     *
     * @throws BuildException if it cannot be made there
     */
    public static void replace(Path folder, Filling filling) throws IOException, BuildException {
        fill(folder.toAbsolutePath().normalize(), filling);
    }

    private static void fill(Path place, Filling filling) throws IOException, BuildException {
        Path staging = createBeside(place);
        try {
            filling.into(staging);
            delete(place);
            move(staging, place);
        } finally {
            delete(staging);
        }
    }

    private static void checkFree(Path place) throws IOException, BuildException {
        if (Files.isDirectory(place) && isEmpty(place)) {
            Files.delete(place);
        } else if (Files.exists(place)) {
            throw new BuildException(
                    place + " is already there. Name a folder that does not exist, or delete it.");
        }
    }

    private static Path createBeside(Path place) throws BuildException {
        try {
            Files.createDirectories(place.getParent());
            // NB: no temporary folder of Java's: only its owner could read that once it is
            // uploaded.
            return Files.createDirectory(
                    place.resolveSibling(
                            "." + place.getFileName() + "-unfinished-" + UUID.randomUUID()));
        } catch (IOException e) {
            throw new BuildException(
                    "Cannot write into "
                            + place.getParent()
                            + " ("
                            + e
                            + "). Name a folder where you may write.");
        }
    }

    private static void move(Path staging, Path place) throws IOException {
        try {
            Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(staging, place);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
