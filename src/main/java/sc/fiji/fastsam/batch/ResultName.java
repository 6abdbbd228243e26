package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names that a file's results may have, the shortest first: without its ending ({@code cells}),
 * with it ({@code cells.png}), with its folder before that ({@code day1-cells.png}).
 */
final class ResultName {

    private final Path file;
    private final List<String> names;
    private int level;

    /**
     * @param file the input
     * @param relative its path below the folder that the user named; its name alone for a file
     */
    ResultName(Path file, Path relative) {
        this.file = file;
        String folder = relative.getParent() == null ? "" : slashed(relative.getParent()) + "/";
        String full = relative.getFileName().toString();
        int dot = full.lastIndexOf('.');
        this.names =
                List.of(
                        folder + (dot > 0 ? full.substring(0, dot) : full),
                        folder + full,
                        folder + parentName(file) + "-" + full);
    }

    /**
     * Gives each file the shortest name that no other has; files that share one all move on to
     * their next.
     *
     * @throws IllegalArgumentException if two files share all their names
     */
    static List<InputFile> distinct(Collection<ResultName> all) {
        List<List<ResultName>> clashes = clashes(all);
        while (!clashes.isEmpty()) {
            clashes.forEach(ResultName::lengthen);
            clashes = clashes(all);
        }
        return all.stream().map(choice -> new InputFile(choice.file, choice.name())).toList();
    }

    private static List<List<ResultName>> clashes(Collection<ResultName> all) {
        Map<String, List<ResultName>> byName =
                all.stream().collect(Collectors.groupingBy(c -> c.name().toLowerCase(Locale.ROOT)));
        List<List<ResultName>> clashes = new ArrayList<>(byName.values());
        clashes.removeIf(group -> group.size() == 1);
        return clashes;
    }

    private static void lengthen(List<ResultName> group) {
        List<ResultName> movable =
                group.stream().filter(choice -> choice.level < choice.names.size() - 1).toList();
        if (movable.isEmpty()) {
            throw new IllegalArgumentException(
                    "The results of "
                            + group.get(0).file
                            + " and "
                            + group.get(1).file
                            + " would have the same names. Segment them into different folders.");
        }
        movable.forEach(choice -> choice.level++);
    }

    private String name() {
        return names.get(level);
    }

    private static String parentName(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? "root"
                : parent.getFileName().toString();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
