package sc.fiji.fastsam.batch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.batch.report.RunFiles;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.io.FileEndings;
import sc.fiji.fastsam.io.FolderFiles;
import sc.fiji.fastsam.io.ForeignFormat;
import sc.fiji.fastsam.io.tiff.OmeFiles;
import sc.fiji.fastsam.io.zarr.OmeZarr;

/**
 * The files that a run takes: those named, and those in the folders named, each once.
 *
 * <p>Of a Zarr store of several images, as a plate, each is taken, as if the store were a folder,
 * but for those that patterns with a {@code /} leave out. An image of OME-TIFFs that lies in
 * several files is taken once, and so is a store that is named beside the only image in it. Of a
 * folder the files with a known ending, those of formats that are not read among them, so that the
 * run says so, or those that patterns choose, are taken, sorted by path, but for hidden ones, those
 * in hidden folders, and results of earlier runs (by their endings, as {@code -labels.tif}). A
 * named file is taken whatever it is called, unless a pattern excludes it.
 */
public final class InputFiles {

    private final boolean recursive;
    private final NamePatterns patterns;
    private final Map<Path, ResultName> choices = new LinkedHashMap<>();
    private final List<InputFile> unreadable = new ArrayList<>();

    private InputFiles(boolean recursive, NamePatterns patterns) {
        this.recursive = recursive;
        this.patterns = patterns;
    }

    /**
     * Lists the files. What cannot be read is listed too, so that the run says what is wrong: a
     * path that does not exist, a folder without images, named files of which patterns leave none,
     * and last, with their problem, subfolders that may not be listed or hold themselves.
     *
     * @param paths files and folders
     * @param recursive with the folders' subfolders, whose structure the results repeat
     * @param patterns which files are taken
     * @param caseSensitive true when the output folder tells upper from lower case
     */
    public static List<InputFile> of(
            List<Path> paths, boolean recursive, NamePatterns patterns, boolean caseSensitive) {
        InputFiles inputs = new InputFiles(recursive, patterns);
        paths.forEach(inputs::add);
        Set<Path> files = inputs.choices.keySet();
        Map<Path, List<Path>> several = OmeFiles.ofSeveral(files);
        several.values().forEach(files::removeAll);
        List<InputFile> all = new ArrayList<>();
        for (InputFile file : ResultName.distinct(inputs.choices.values(), caseSensitive)) {
            all.add(file.withParts(several.getOrDefault(absolute(file.path()), List.of())));
        }
        all.addAll(inputs.unreadable);
        if (all.isEmpty()) {
            String why = "is left out by " + patterns;
            paths.forEach(p -> all.add(new InputFile(p, p.toString(), Optional.of(why))));
        }
        return all;
    }

    private void add(Path path) {
        if (Files.isDirectory(path) && !OmeZarr.isImage(path)) {
            addFolder(path);
        } else if (!patterns.excludes(name(path))) {
            addNamed(path);
        }
    }

    private void addNamed(Path file) {
        List<String> all = images(file);
        boolean whole = all.size() == 1 || !patterns.chooseByPath();
        List<String> images = wanted(all, Path.of(""), whole);
        put(file, name(file), images);
        if (images.isEmpty()) {
            addEmpty(file, all.stream().map(Path::of).findFirst());
        }
    }

    private void addFolder(Path path) {
        FolderFiles folder = FolderFiles.of(path, recursive, OmeZarr::isImage);
        boolean any = false;
        for (Path file : folder.files()) {
            List<String> images =
                    isCandidate(file) ? wanted(file, path.relativize(file)) : List.of();
            put(file, path.relativize(file), images);
            any |= !images.isEmpty();
        }
        folder.problems()
                .forEach(
                        (where, why) ->
                                unreadable.add(
                                        new InputFile(where, where.toString(), Optional.of(why))));
        if (!any && folder.problems().isEmpty()) {
            addEmpty(path, leftOut(path, folder.files()));
        }
    }

    /** The images of a file of a folder that patterns leave; one without name is the file. */
    private List<String> wanted(Path file, Path relative) {
        if (patterns.excludes(relative)) {
            return List.of();
        }
        boolean whole = patterns.accepts(relative);
        return whole || patterns.chooseByPath() ? wanted(images(file), relative, whole) : List.of();
    }

    private List<String> wanted(List<String> images, Path store, boolean whole) {
        return images.stream()
                .filter(image -> patterns.acceptsInside(store.resolve(image), whole))
                .toList();
    }

    /** Those of a plate or of another store of several; of others one without name. */
    private static List<String> images(Path file) {
        List<String> images = Files.isDirectory(file) ? OmeZarr.series(file) : List.of();
        return images.size() > 1 ? images : List.of("");
    }

    /** A path that shows how patterns must look: that of an image, where there is one. */
    private Optional<Path> leftOut(Path folder, Collection<Path> files) {
        List<Path> candidates = files.stream().filter(this::isCandidate).toList();
        return candidates.stream()
                .filter(InputFiles::isImage)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(file -> inside(file, folder.relativize(file)));
    }

    /** Patterns with a slash are held against the images of a store, others against its name. */
    private Path inside(Path store, Path relative) {
        return patterns.chooseByPath() ? relative.resolve(images(store).get(0)) : relative;
    }

    private void addEmpty(Path folder, Optional<Path> leftOut) {
        if (patterns.equals(NamePatterns.ALL)) {
            putOne(folder, name(folder), folder);
        } else {
            String why = "is a folder in which no file is left by " + patterns;
            why += leftOut.map(path -> "; one of those left out is " + slashed(path)).orElse("");
            unreadable.add(new InputFile(folder, folder.toString(), Optional.of(why)));
        }
    }

    /** As patterns have it, on Windows too. */
    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** NB: the last part of "." is no name, and the root of a file system has none. */
    private static Path name(Path path) {
        return Objects.requireNonNullElse(
                path.toAbsolutePath().normalize().getFileName(), Path.of("root"));
    }

    /** A file, or images of a plate or of another store of several. */
    private void put(Path file, Path relative, List<String> images) {
        if (images.equals(List.of(""))) {
            putOne(file, relative, image(file));
            return;
        }
        String full = relative.getFileName().toString();
        Path named = relative.resolveSibling(full.replaceFirst("(?i)(\\.ome)?\\.zarr$", ""));
        Path folder = named.getFileName().toString().isEmpty() ? relative : named;
        for (String image : images) {
            Path path = file.resolve(image);
            putOne(path, folder.resolve(image), path);
        }
    }

    /** NB: of a plate's fields, whose metadata may lie behind a network, the folder is known. */
    private void putOne(Path file, Path relative, Path image) {
        if (!isReadableName(file)) {
            String why =
                    "has a name that is no text in "
                            + System.getProperty("sun.jnu.encoding")
                            + ", the encoding of this system. Rename it, or set LC_ALL to a locale of"
                            + " its encoding";
            unreadable.add(new InputFile(file, "", Optional.of(why)));
            return;
        }
        choices.putIfAbsent(absolute(image), new ResultName(file, relative));
    }

    /** What is the same of a store and of the only image in it. */
    private static Path image(Path file) {
        return Files.isDirectory(file) ? OmeZarr.imageFolder(file) : file;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
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

    /**
     * False for what is no image by its name, and for results. NB: what is hidden is not listed.
     */
    private boolean isCandidate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !FileOutputs.isResult(name)
                && !RunFiles.isOne(name)
                && (patterns.isChoice() || isImage(file) || ForeignFormat.isImageName(name));
    }

    /** By its name; of a store whatever its ending. */
    private static boolean isImage(Path file) {
        return FileEndings.isRead(file.getFileName().toString()) || OmeZarr.isStore(file);
    }
}
