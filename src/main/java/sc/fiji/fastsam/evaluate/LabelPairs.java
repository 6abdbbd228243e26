package sc.fiji.fastsam.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import sc.fiji.fastsam.evaluate.LabelFolder.Entry;

/**
 * Partners of two folders: first those whose full names are the same, as {@code cells.png} and
 * {@code cells.png-labels.tif}, then of the rest those whose names without ending are.
 */
final class LabelPairs {

    /**
     * The files of one image.
     *
     * @param name of the image, without its ending unless another had that name before
     * @param truth nothing where only a prediction is there
     * @param predicted nothing where only the truth is there
     */
    record Pair(String name, Optional<Path> truth, Optional<Path> predicted) {}

    private final Side truth;
    private final Side predicted;
    private final List<String> problems;
    private final List<Pair> pairs = new ArrayList<>();

    private LabelPairs(Side truth, Side predicted, List<String> problems) {
        this.truth = truth;
        this.predicted = predicted;
        this.problems = problems;
    }

    /**
     * All images, sorted by name.
     *
     * @param problems gets a line for each file that cannot be assigned
     * @throws IOException if a folder is missing or has no image
     */
    static List<Pair> of(Path truth, Path predicted, List<String> problems) throws IOException {
        Side left = new Side(truth, LabelFolder.list(truth, problems), new HashMap<>());
        Side right = new Side(predicted, LabelFolder.list(predicted, problems), new HashMap<>());
        LabelPairs pairs = new LabelPairs(left, right, problems);
        pairs.pairFullNames();
        pairs.pairStems();
        pairs.pairs.sort(Comparator.comparing(Pair::name));
        return pairs.pairs;
    }

    private void pairFullNames() {
        Map<String, Entry> byName = new HashMap<>();
        predicted.entries.forEach(entry -> byName.put(entry.full(), entry));
        for (Entry entry : List.copyOf(truth.entries)) {
            Entry partner = byName.get(entry.full());
            if (partner != null) {
                boolean shared = truth.paired.containsKey(entry.stem());
                String name = shared ? entry.full() : entry.stem();
                pairs.add(new Pair(name, Optional.of(entry.file()), Optional.of(partner.file())));
                truth.take(entry);
                predicted.take(partner);
            }
        }
    }

    private void pairStems() {
        Map<String, Entry> left = truth.byStem(problems);
        Map<String, Entry> right = predicted.byStem(problems);
        TreeSet<String> stems = new TreeSet<>(left.keySet());
        stems.addAll(right.keySet());
        for (String stem : stems) {
            pairs.add(
                    new Pair(
                            stem,
                            Optional.ofNullable(left.get(stem)).map(Entry::file),
                            Optional.ofNullable(right.get(stem)).map(Entry::file)));
        }
    }

    /**
     * One of the two folders.
     *
     * @param entries without partner as yet
     * @param paired those with a partner, by stem
     */
    private record Side(Path folder, List<Entry> entries, Map<String, Entry> paired) {

        void take(Entry entry) {
            entries.remove(entry);
            paired.putIfAbsent(entry.stem(), entry);
        }

        /** Those without partner; of several with the same stem the first. */
        Map<String, Entry> byStem(List<String> problems) {
            Map<String, Entry> all = new HashMap<>(paired);
            Map<String, Entry> byStem = new HashMap<>();
            for (Entry entry : entries) {
                Entry other = all.putIfAbsent(entry.stem(), entry);
                if (other == null) {
                    byStem.put(entry.stem(), entry);
                } else {
                    problems.add(
                            entry.file()
                                    + " belongs to the same image as "
                                    + other.file().getFileName());
                }
            }
            return byStem;
        }
    }
}
