package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which entries of a jar are natives, and of which platform: the lines of one artifact in the list
 * of natives.
 *
 * @param folders in the jar; the longest that holds an entry decides
 */
record Natives(List<Folder> folders) {

    /** The platform of natives that go nowhere. */
    private static final String NONE = "-";

    /**
     * A folder in a jar.
     *
     * @param artifact the jar
     * @param platform one of the updater's names, or {@code -}: nobody gets it
     * @param prefix of the entries' names, with a slash at its end
     */
    record Folder(String artifact, String platform, String prefix) {}

    /** Reads the list's lines for an artifact. */
    static Natives read(Path list, String artifact) throws IOException, BuildException {
        List<Folder> folders =
                Lines.read(list, 3).stream()
                        .map(row -> new Folder(row[0], row[1], row[2]))
                        .filter(f -> f.artifact().equals(artifact))
                        .toList();
        if (folders.isEmpty()) {
            throw new BuildException(
                    "No line of " + list + " says where " + artifact + " has its natives.");
        }
        return new Natives(folders);
    }

    /** The platforms with natives, in the list's order. */
    List<String> platforms() {
        return folders.stream()
                .map(Folder::platform)
                .filter(p -> !p.equals(NONE))
                .distinct()
                .toList();
    }

    /** Whether an entry is no native: it goes to every platform. */
    boolean isCommon(String entry) {
        return folderOf(entry).isEmpty();
    }

    /** Whether an entry goes to a platform alone. */
    boolean isOf(String entry, String platform) {
        return folderOf(entry).map(Folder::platform).filter(platform::equals).isPresent();
    }

    private Optional<Folder> folderOf(String entry) {
        return folders.stream()
                .filter(f -> entry.startsWith(f.prefix()))
                .max((a, b) -> Integer.compare(a.prefix().length(), b.prefix().length()));
    }
}
