package sc.fiji.fastsam.batch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.io.FolderFiles;
import sc.fiji.fastsam.io.zarr.OmeZarr;

/**
 * The files that a run takes: those named, and those in the folders named, each once.
 *
 * <p>Of a folder the files with a known ending are taken, sorted by path, but for hidden ones and
 * results of earlier runs (by their endings, as {@code -labels.tif}). A named file is taken
 * whatever it is called. A Zarr store is one file.
 */
public final class InputFiles {

    private static final Set<String> ENDINGS =
            Set.of(
                    "tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "pbm", "dcm",
                    "fits", "avi", "zarr");

    private final boolean recursive;
    private final Map<Path, ResultName> choices = new LinkedHashMap<>();
    private final List<InputFile> unreadable = new ArrayList<>();

    private InputFiles(boolean recursive) {
        this.recursive = recursive;
    }

    /**
     * Lists the files. What cannot be read is listed too, so that the run says what is wrong: a
     * path that does not exist, a folder without images, and last, with their problem, subfolders
     * that may not be listed or hold themselves.
     *
     * @param paths files and folders
     * @param recursive with the folders' subfolders, whose structure the results repeat
     * @throws IllegalArgumentException if two files would get the same results' name
     */
    public static List<InputFile> of(List<Path> paths, boolean recursive) {
        InputFiles inputs = new InputFiles(recursive);
        paths.forEach(inputs::add);
        List<InputFile> all = new ArrayList<>(ResultName.distinct(inputs.choices.values()));
        all.addAll(inputs.unreadable);
        return all;
    }

    private void add(Path path) {
        if (!Files.isDirectory(path) || OmeZarr.isImage(path)) {
            put(path, name(path));
            return;
        }
        FolderFiles folder = FolderFiles.of(path, recursive, OmeZarr::isImage);
        List<Path> images = folder.files().stream().filter(InputFiles::isImage).toList();
        images.forEach(file -> put(file, path.relativize(file)));
        folder.problems()
                .forEach(
                        (where, why) ->
                                unreadable.add(
                                        new InputFile(where, where.toString(), Optional.of(why))));
        if (images.isEmpty() && folder.problems().isEmpty()) {
            put(path, name(path));
        }
    }

    /** NB: the last part of "." is no name. */
    private static Path name(Path path) {
        return Objects.requireNonNullElse(path.toAbsolutePath().normalize().getFileName(), path);
    }

    private void put(Path file, Path relative) {
        if (!isReadableName(file)) {
            String why =
                    "has a name that is no text in "
                            + System.getProperty("sun.jnu.encoding")
                            + ", the encoding of this system. Rename it, or set LC_ALL to a locale of"
                            + " its encoding";
            unreadable.add(new InputFile(file, "", Optional.of(why)));
            return;
        }
        choices.putIfAbsent(file.toAbsolutePath().normalize(), new ResultName(file, relative));
    }

    /** False where Java had to put U+FFFD for bytes that the system's encoding does not have. */
    private static boolean isReadableName(Path file) {
        String name = file.toString();
        try {
            return name.indexOf('\ufffd') < 0 || Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** By its name; of a store whatever its ending. */
    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean known =
                ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                        || OmeZarr.isStore(file);
        return known && !name.startsWith(".") && !FileOutputs.isResult(name);
    }
}
