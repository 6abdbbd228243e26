package sc.fiji.fastsam.evaluate;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.settings.Counted;

/**
 * Two folders of label images compared, image by image.
 *
 * @param images scores by name, in alphabetical order
 * @param problems a line for each file without partner or that could not be compared, file first
 */
public record FolderEvaluation(List<ImageScore> images, List<String> problems) {

    /** Copies the lists. */
    public FolderEvaluation {
        images = List.copyOf(images);
        problems = List.copyOf(problems);
    }

    /**
     * Compares the images of two folders and their subfolders. Partners have the same name but for
     * the ending, in the same subfolder; of either folder only files named {@code <name>-labels}
     * count where there are some. Of an OME-Zarr image with label images inside these count.
     *
     * @throws IOException if a folder is missing or has no images
     */
    public static FolderEvaluation of(Path truth, Path predicted, LabelReader reader)
            throws IOException {
        Comparer comparer = new Comparer(reader);
        for (LabelPairs.Pair pair : LabelPairs.of(truth, predicted, comparer.problems)) {
            if (pair.truth().isPresent() && pair.predicted().isPresent()) {
                comparer.compare(pair.name(), pair.truth().get(), pair.predicted().get());
            } else {
                Path missing = pair.truth().isPresent() ? predicted : truth;
                Path alone = pair.truth().or(pair::predicted).orElseThrow();
                comparer.problems.add(alone + " has no partner in " + missing);
            }
        }
        return new FolderEvaluation(comparer.scores, comparer.problems);
    }

    /**
     * The files that a comparison reads.
     *
     * @throws IOException if a folder is missing or has no images
     */
    public static List<Path> inputs(Path truth, Path predicted) throws IOException {
        List<Path> inputs = new ArrayList<>();
        for (Path folder : List.of(truth, predicted)) {
            LabelFolder.list(folder, new ArrayList<>()).forEach(entry -> inputs.add(entry.file()));
        }
        return inputs;
    }

    /** All objects of all images together. */
    public Matching pooled() {
        return Matching.pool(images.stream().map(ImageScore::matching).toList());
    }

    private static final class Comparer {

        private final LabelReader reader;
        private final List<ImageScore> scores = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Comparer(LabelReader reader) {
            this.reader = reader;
        }

        void compare(String stem, Path truthFile, Path predictedFile) {
            Path current = truthFile;
            try {
                List<LabelImage> truth = planes(InnerLabels.ofTruth(truthFile));
                current = predictedFile;
                List<LabelImage> predicted = planes(InnerLabels.ofPrediction(predictedFile));
                scores.addAll(compare(stem, truth, predicted));
            } catch (IOException | IllegalArgumentException e) {
                problems.add(current + " " + e.getMessage());
            }
        }

        private List<LabelImage> planes(Path file) throws IOException {
            ImagePlus image = reader.open(file);
            List<LabelImage> planes = new ArrayList<>();
            for (int plane = 1; plane <= image.getStackSize(); plane++) {
                planes.add(LabelImage.of(image, plane));
            }
            return planes;
        }

        private static List<ImageScore> compare(
                String stem, List<LabelImage> truth, List<LabelImage> predicted) {
            if (truth.size() != predicted.size()) {
                throw new IllegalArgumentException(
                        "has "
                                + Counted.text(predicted.size(), "plane")
                                + ", but the truth has "
                                + truth.size());
            }
            List<ImageScore> scores = new ArrayList<>();
            for (int i = 0; i < truth.size(); i++) {
                String name = truth.size() == 1 ? stem : stem + " [" + (i + 1) + "]";
                scores.add(new ImageScore(name, Matching.of(truth.get(i), predicted.get(i))));
            }
            return scores;
        }
    }
}
