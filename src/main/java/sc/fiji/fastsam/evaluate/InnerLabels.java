package sc.fiji.fastsam.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.io.zarr.OmeZarr;
import sc.fiji.fastsam.settings.NameList;

/**
 * The label image inside an OME-Zarr image, or inside the only one of a store, whose own pixels are
 * then no labels.
 */
final class InnerLabels {

    /** What {@code --labels-format zarr-inside} writes; its outer objects do not count. */
    private static final String OWN = OmeZarr.OWN_LABELS;

    private static final String OWN_PARENTS = OWN + "-parents";

    private InnerLabels() {}

    /**
     * Of a prediction: the file itself, or what FastSAM put into it, else the only labels there.
     */
    static Path ofPrediction(Path file) throws IOException {
        List<Path> all = all(file);
        Optional<Path> own = all.stream().filter(path -> name(path).equals(OWN)).findFirst();
        return own.isPresent() ? own.get() : only(file, all);
    }

    /** Of a truth: the file itself, or the only labels in it that FastSAM did not put there. */
    static Path ofTruth(Path file) throws IOException {
        List<Path> all = all(file);
        List<Path> others = all.stream().filter(path -> !name(path).equals(OWN)).toList();
        return only(file, others.isEmpty() ? all : others);
    }

    private static Path only(Path file, List<Path> labels) throws IOException {
        if (labels.size() > 1) {
            throw new IOException(
                    "has several label images in it: "
                            + NameList.text(labels.stream().map(InnerLabels::name).toList())
                            + ". Copy the one that is meant into a folder of its own.");
        }
        return labels.isEmpty() ? file : labels.get(0);
    }

    private static List<Path> all(Path file) throws IOException {
        Path group = OmeZarr.imageFolder(file).resolve(OmeZarr.LABELS);
        if (!Files.isDirectory(group)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(group)) {
            // NB: under hidden names lie labels that a run is writing, or that a killed one left.
            return inside.filter(path -> !name(path).startsWith("."))
                    .filter(path -> !name(path).equals(OWN_PARENTS))
                    .filter(OmeZarr::isImage)
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
