package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sc.fiji.fastsam.io.ForeignFormat;

/**
 * The names that a file's results may have, the shortest first: without its ending ({@code cells}),
 * with it ({@code cells.png}), with the folder that was named before that ({@code day1-cells.png};
 * of a file that was named itself, its own folder), and at last with a number ({@code
 * day1-cells.png-2}). Files of formats that are not read take no name from one that is.
 */
final class ResultName {

    /** The level of names as the files have them. */
    private static final int FULL = 1;

    private final Path file;
    private final List<String> names;
    private final boolean foreign;
    private int level;
    private boolean exact;

    /**
     * @param file the input
     * @param relative its path below the folder that the user named; its name alone for a file
     */
    ResultName(Path file, Path relative) {
        this.file = file;
        this.foreign = ForeignFormat.ofName(file.toString()).isPresent();
        String folder = relative.getParent() == null ? "" : slashed(relative.getParent()) + "/";
        String full = relative.getFileName().toString();
        int dot = full.lastIndexOf('.');
        this.names =
                List.of(
                        folder + (dot > 0 ? full.substring(0, dot) : full),
                        folder + full,
                        folder + named(file, relative) + "-" + full);
    }

    /**
     * Gives each file the shortest name that no other has, upper and lower case taken as equal;
     * files that share one all move on to their next, but where only some of them can be read,
     * these keep it. Where that does not help, those that differ by case alone keep their names as
     * they are if the output folder can tell them apart; of others all but the first get a number.
     *
     * @param caseSensitive true when the output folder tells upper from lower case
     */
    static List<InputFile> distinct(Collection<ResultName> all, boolean caseSensitive) {
        List<List<ResultName>> clashes = clashes(all);
        while (!clashes.isEmpty()) {
            clashes.forEach(group -> lengthen(group, caseSensitive));
            clashes = clashes(all);
        }
        return all.stream().map(choice -> new InputFile(choice.file, choice.name())).toList();
    }

    private static List<List<ResultName>> clashes(Collection<ResultName> all) {
        Map<String, List<ResultName>> byName =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        choice -> choice.name().toLowerCase(Locale.ROOT),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<List<ResultName>> clashes = new ArrayList<>(byName.values());
        clashes.removeIf(group -> group.size() == 1 || areToldApart(group));
        return clashes;
    }

    private static boolean areToldApart(List<ResultName> group) {
        boolean exact = group.stream().allMatch(choice -> choice.exact);
        return exact && group.stream().map(ResultName::name).distinct().count() == group.size();
    }

    private static void lengthen(List<ResultName> group, boolean caseSensitive) {
        List<ResultName> unread = group.stream().filter(choice -> choice.foreign).toList();
        if (!unread.isEmpty() && unread.size() < group.size()) {
            unread.forEach(choice -> choice.level++);
            return;
        }
        List<ResultName> movable =
                group.stream().filter(choice -> choice.level < choice.names.size() - 1).toList();
        if (!movable.isEmpty()) {
            movable.forEach(choice -> choice.level++);
        } else if (caseSensitive && differByCaseAlone(group)) {
            group.forEach(choice -> choice.exact = true);
            group.forEach(choice -> choice.level = FULL);
        } else {
            group.stream().skip(1).forEach(choice -> choice.level++);
        }
    }

    private String name() {
        int last = names.size() - 1;
        return level <= last ? names.get(level) : names.get(last) + "-" + (level - last + 1);
    }

    private static boolean differByCaseAlone(List<ResultName> group) {
        return group.stream().noneMatch(choice -> choice.exact)
                && group.stream().map(choice -> choice.names.get(FULL)).distinct().count()
                        == group.size();
    }

    /** The folder that the user named: the file's own and those above have like names elsewhere. */
    private static String named(Path file, Path relative) {
        Path named = file.toAbsolutePath().normalize();
        for (int i = 0; named != null && i < relative.getNameCount(); i++) {
            named = named.getParent();
        }
        return named == null || named.getFileName() == null
                ? "root"
                : named.getFileName().toString();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
