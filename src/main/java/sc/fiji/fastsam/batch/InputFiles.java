package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.io.IoReasons;

/**
 * The files that a run takes: those named, and those in the folders named, each once.
 *
 * <p>Of a folder the files with a known ending are taken, sorted by path, but for hidden ones and
 * results of earlier runs (by their endings, as {@code -labels.tif}). A named file is taken
 * whatever it is called.
 */
public final class InputFiles {

    private static final Set<String> ENDINGS =
            Set.of(
                    "tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "pbm", "dcm",
                    "fits", "avi");

    private final boolean recursive;
    private final Map<Path, ResultName> choices = new LinkedHashMap<>();

    private InputFiles(boolean recursive) {
        this.recursive = recursive;
    }

    /**
     * Lists the files. A path that does not exist, or a folder without images, is listed too, so
     * that opening it says what is wrong.
     *
     * @param paths files and folders
     * @param recursive with the folders' subfolders, whose structure the results repeat
     * @throws IllegalArgumentException if two files would get the same results' name
     * @throws IOException if a folder cannot be read
     */
    public static List<InputFile> of(List<Path> paths, boolean recursive) throws IOException {
        InputFiles inputs = new InputFiles(recursive);
        for (Path path : paths) {
            inputs.add(path);
        }
        return ResultName.distinct(inputs.choices.values());
    }

    private void add(Path path) throws IOException {
        List<Path> found = Files.isDirectory(path) ? imagesIn(path) : List.of();
        for (Path file : found) {
            put(file, path.relativize(file));
        }
        if (found.isEmpty()) {
            put(path, Objects.requireNonNullElse(path.getFileName(), path));
        }
    }

    private void put(Path file, Path relative) {
        choices.putIfAbsent(file.toAbsolutePath().normalize(), new ResultName(file, relative));
    }

    private List<Path> imagesIn(Path folder) throws IOException {
        int depth = recursive ? Integer.MAX_VALUE : 1;
        try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isImageName(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static IOException unreadable(Path folder, IOException e) {
        return new IOException(
                "cannot list the folder " + folder + ": " + IoReasons.of(e) + ".", e);
    }

    private static boolean isImageName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (OutputKind kind : OutputKind.values()) {
            if (lower.endsWith(kind.suffix())) {
                return false;
            }
        }
        return !name.startsWith(".")
                && ENDINGS.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }
}
