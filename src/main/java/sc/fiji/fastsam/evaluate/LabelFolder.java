package sc.fiji.fastsam.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The label images of a folder by the stems of the images they belong to. Where files named {@code
 * <stem>-labels} are there, as a run writes them, only these count.
 */
final class LabelFolder {

    private static final String SUFFIX = "-labels";
    private static final Set<String> ENDINGS =
            Set.of("tif", "tiff", "png", "gif", "bmp", "pgm", "jpg", "jpeg");

    private LabelFolder() {}

    /**
     * Lists a folder.
     *
     * @param problems gets a line for each file whose stem another has already
     * @throws IOException if the folder is missing or has no image
     */
    static Map<String, Path> list(Path folder, List<String> problems) throws IOException {
        List<Path> files = images(folder);
        boolean ofRun = files.stream().anyMatch(file -> baseName(file).endsWith(SUFFIX));
        Map<String, Path> byStem = new TreeMap<>();
        for (Path file : files) {
            String name = baseName(file);
            if (ofRun && !name.endsWith(SUFFIX)) {
                continue;
            }
            String stem = ofRun ? name.substring(0, name.length() - SUFFIX.length()) : name;
            Path other = byStem.putIfAbsent(stem, file);
            if (other != null) {
                problems.add(file + " belongs to the same image as " + other.getFileName());
            }
        }
        return byStem;
    }

    private static List<Path> images(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder. Name a folder of label images.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> images =
                    new ArrayList<>(files.filter(LabelFolder::isImage).sorted().toList());
            if (images.isEmpty()) {
                throw new IOException(
                        folder + " holds no label images. Expected TIFF or PNG files.");
            }
            return images;
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(file);
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
