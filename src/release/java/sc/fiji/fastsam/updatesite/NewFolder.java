package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.StagedFolder;

/** A folder that is there complete or not at all: an {@link StagedFolder}. */
public final class NewFolder {

    private NewFolder() {}

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
        Leftovers.remove(List.of(place));
        try (StagedFolder staged = stage(place)) {
            filling.into(staged.content());
            staged.commit();
        }
    }

    private static StagedFolder stage(Path place) throws BuildException {
        try {
            return StagedFolder.of(place);
        } catch (IOException e) {
            throw new BuildException(
                    "Cannot write into "
                            + place.getParent()
                            + " ("
                            + e
                            + "). Name a folder where you may write.");
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

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
