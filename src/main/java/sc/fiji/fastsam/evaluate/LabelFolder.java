package sc.fiji.fastsam.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sc.fiji.fastsam.io.FileEndings;
import sc.fiji.fastsam.io.FolderFiles;
import sc.fiji.fastsam.io.zarr.OmeZarr;
import sc.fiji.fastsam.settings.NameList;

/**
 * The label images of a folder and its subfolders. Where files named {@code <name>-labels} are
 * there, as a run writes them, only these count, and others that belong to none of them are named.
 */
final class LabelFolder {

    private static final String SUFFIX = "-labels";

    /**
     * A label image and the names of the image that it belongs to, with {@code /} between folders.
     *
     * @param file to be read
     * @param full with its ending, as "day1/cells.png"; for results of a run only where these were
     *     named so because two images differ in their endings alone, else the stem
     * @param stem without ending, as "day1/cells"
     */
    record Entry(Path file, String full, String stem) {}

    private LabelFolder() {}

    /**
     * Lists a folder, sorted by path.
     *
     * @param problems gets a line for each subfolder that cannot be listed, and one for files that
     *     do not count
     * @throws IOException if the folder is missing or has no image
     */
    static List<Entry> list(Path folder, List<String> problems) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder. Name a folder of label images.");
        }
        FolderFiles found = FolderFiles.of(folder, true, OmeZarr::isImage);
        found.problems().forEach((path, why) -> problems.add(path + " " + why));
        List<Path> images =
                found.files().stream().filter(file -> FileEndings.isOfLabels(name(file))).toList();
        if (images.isEmpty()) {
            throw new IOException(
                    folder
                            + " holds no label images. Expected TIFF, OME-Zarr, PNG, GIF, BMP or"
                            + " PGM files.");
        }
        List<Path> ofRun = images.stream().filter(file -> isLabels(name(file))).toList();
        List<Entry> entries = new ArrayList<>();
        if (ofRun.isEmpty()) {
            images.forEach(file -> entries.add(entry(file, below(folder, file))));
            return entries;
        }
        for (Path file : ofRun) {
            String stem = stem(below(folder, file));
            entries.add(entry(file, stem.substring(0, stem.length() - SUFFIX.length())));
        }
        addOthers(folder, images, entries, problems);
        return entries;
    }

    /** Names those that do not count and are no part of a run that wrote others. */
    private static void addOthers(
            Path folder, List<Path> images, List<Entry> entries, List<String> problems) {
        Set<String> known = new HashSet<>();
        entries.forEach(entry -> known.addAll(List.of(entry.full(), entry.stem())));
        List<String> others =
                images.stream()
                        .map(file -> below(folder, file))
                        .filter(name -> !isLabels(name))
                        .filter(name -> !known.contains(name) && !known.contains(image(name)))
                        .toList();
        if (!others.isEmpty()) {
            problems.add(
                    folder
                            + " has files named -labels, so that others do not count: "
                            + NameList.text(others)
                            + ". Name all label images so, or none");
        }
    }

    private static Entry entry(Path file, String full) {
        return new Entry(file, full, FileEndings.isRead(full) ? stem(full) : full);
    }

    private static String below(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static boolean isLabels(String name) {
        return stem(name).endsWith(SUFFIX);
    }

    /** The image that a file may be, or be another result of. */
    private static String image(String name) {
        return stem(name).replaceFirst("-(overlay|parents)$", "");
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
