package sc.fiji.fastsam.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sc.fiji.fastsam.io.FolderFiles;
import sc.fiji.fastsam.io.zarr.OmeZarr;

/**
 * The label images of a folder and its subfolders. Where files named {@code <name>-labels} are
 * there, as a run writes them, only these count.
 */
final class LabelFolder {

    private static final String SUFFIX = "-labels";
    private static final Set<String> ENDINGS =
            Set.of("tif", "tiff", "png", "gif", "bmp", "pgm", "jpg", "jpeg", "zarr");

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
     * @param problems gets a line for each subfolder that cannot be listed
     * @throws IOException if the folder is missing or has no image
     */
    static List<Entry> list(Path folder, List<String> problems) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder. Name a folder of label images.");
        }
        FolderFiles found = FolderFiles.of(folder, true, OmeZarr::isImage);
        found.problems().forEach((path, why) -> problems.add(path + " " + why));
        List<Path> images =
                found.files().stream().filter(file -> isImage(folder.relativize(file))).toList();
        if (images.isEmpty()) {
            throw new IOException(
                    folder + " holds no label images. Expected TIFF, OME-Zarr or PNG files.");
        }
        boolean ofRun = images.stream().anyMatch(file -> stem(file.toString()).endsWith(SUFFIX));
        List<Entry> entries = new ArrayList<>();
        for (Path image : images) {
            String name = folder.relativize(image).toString().replace('\\', '/');
            if (!ofRun) {
                entries.add(new Entry(image, name, stem(name)));
            } else if (stem(name).endsWith(SUFFIX)) {
                String full = stem(name).substring(0, stem(name).length() - SUFFIX.length());
                entries.add(new Entry(image, full, hasEnding(full) ? stem(full) : full));
            }
        }
        return entries;
    }

    private static boolean isImage(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return hasEnding(relative.toString());
    }

    private static boolean hasEnding(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }
}
