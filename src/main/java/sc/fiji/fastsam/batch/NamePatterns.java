package sc.fiji.fastsam.batch;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/**
 * Which files of folders are taken, by their names: those that one of some patterns matches, but
 * none that one of others does. In a pattern {@code *} means any letters, {@code ?} any one, {@code
 * {a,b}} either, {@code **} folders too. One with a {@code /} is held against the path below the
 * folder that was named, others against the file's name alone. Upper and lower case are equal. Of a
 * store of several images, as a plate, those with a {@code /} choose among its images too, by their
 * paths below the folder, or below the store where that was named.
 *
 * @param include patterns of files to take, whatever their endings; none = those with the endings
 *     of images
 * @param exclude patterns of files to leave out
 */
public record NamePatterns(List<String> include, List<String> exclude) {

    /** All images. */
    public static final NamePatterns ALL = new NamePatterns(List.of(), List.of());

    private static final String FOLDERS = "**/";

    /**
     * @throws IllegalArgumentException if a pattern makes no sense
     */
    public NamePatterns {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        include.forEach(NamePatterns::check);
        exclude.forEach(NamePatterns::check);
    }

    /** True when files are taken by their names instead of by the endings of images. */
    boolean isChoice() {
        return !include.isEmpty();
    }

    /** True when some files are taken by their paths. */
    boolean chooseByPath() {
        return include.stream().anyMatch(NamePatterns::isPath);
    }

    /**
     * True when nothing speaks against an image inside a store.
     *
     * @param relative the image's path
     * @param whole true where the store is taken whole, but for what is to be left out
     */
    boolean acceptsInside(Path relative, boolean whole) {
        return (whole || matchesPath(include, relative)) && !matchesPath(exclude, relative);
    }

    private static boolean matchesPath(List<String> globs, Path relative) {
        return globs.stream().anyMatch(glob -> isPath(glob) && matches(glob, relative));
    }

    /** True when nothing speaks against a file. */
    boolean accepts(Path relative) {
        boolean wanted =
                include.isEmpty() || include.stream().anyMatch(glob -> matches(glob, relative));
        return wanted && !excludes(relative);
    }

    /** True when a file is to be left out. */
    boolean excludes(Path relative) {
        return exclude.stream().anyMatch(glob -> matches(glob, relative));
    }

    /** "include *.lsm, exclude *thumb*". */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>();
        include.forEach(glob -> all.add("include " + glob));
        exclude.forEach(glob -> all.add("exclude " + glob));
        return String.join(", ", all);
    }

    private static boolean matches(String glob, Path relative) {
        String pattern = slashed(glob).toLowerCase(Locale.ROOT);
        Path whole = isPath(glob) ? relative : relative.getFileName();
        Path subject = Path.of(whole.toString().toLowerCase(Locale.ROOT));
        return matcher(pattern).matches(subject)
                || pattern.startsWith(FOLDERS)
                        && matcher(pattern.substring(FOLDERS.length())).matches(subject);
    }

    private static boolean isPath(String glob) {
        return slashed(glob).contains("/");
    }

    private static String slashed(String glob) {
        return glob.replace('\\', '/');
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    private static void check(String glob) {
        if (glob.isBlank()) {
            throw wrong(glob, "it is empty", null);
        }
        try {
            matcher(glob);
        } catch (PatternSyntaxException e) {
            throw wrong(glob, e.getDescription(), e);
        }
    }

    private static IllegalArgumentException wrong(String glob, String why, Exception cause) {
        return new IllegalArgumentException(
                "include and exclude must be patterns as *.tif or day1/*_dapi.*, but one was \""
                        + glob
                        + "\": "
                        + why
                        + ".",
                cause);
    }
}
