package sc.fiji.fastsam.evaluate;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
     * Compares the images of two folders. Partners have the same name but for the ending; of either
     * folder only files named {@code <stem>-labels} count where there are some.
     *
     * @throws IOException if a folder is missing or has no images
     */
    public static FolderEvaluation of(Path truth, Path predicted, LabelReader reader)
            throws IOException {
        Comparer comparer = new Comparer(reader);
        Map<String, Path> truths = LabelFolder.list(truth, comparer.problems);
        Map<String, Path> predictions = LabelFolder.list(predicted, comparer.problems);
        for (String stem : new TreeSet<>(union(truths, predictions).keySet())) {
            Path left = truths.get(stem);
            Path right = predictions.get(stem);
            if (left == null || right == null) {
                comparer.problems.add(
                        left == null
                                ? right + " has no partner in " + truth
                                : left + " has no partner in " + predicted);
            } else {
                comparer.compare(stem, left, right);
            }
        }
        return new FolderEvaluation(comparer.scores, comparer.problems);
    }

    private static Map<String, Path> union(Map<String, Path> a, Map<String, Path> b) {
        Map<String, Path> all = new LinkedHashMap<>(a);
        all.putAll(b);
        return all;
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
                List<LabelImage> truth = planes(truthFile);
                current = predictedFile;
                List<LabelImage> predicted = planes(predictedFile);
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
                        "has " + predicted.size() + " planes, but the truth has " + truth.size());
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
