package sc.fiji.fastsam.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How similar each object of a plane is to each word of a query. Immutable. */
public final class TextScores {

    private final TextQuery query;
    private final double[][] wanted;
    private final double[][] unwanted;
    private final List<String> notes;

    /**
     * @param query that was asked
     * @param wanted similarities [object][word]; not copied
     * @param unwanted similarities [object][word of not]; not copied
     * @param notes what a user should know
     */
    TextScores(TextQuery query, double[][] wanted, double[][] unwanted, List<String> notes) {
        this.query = query;
        this.wanted = wanted;
        this.unwanted = unwanted;
        this.notes = List.copyOf(notes);
    }

    /** What was asked. */
    public TextQuery query() {
        return query;
    }

    /** Number of objects. */
    public int objects() {
        return wanted.length;
    }

    /** Cosine of the angle between an object and a word of the query, by their indices. */
    public double similarity(int object, int word) {
        return wanted[object][word];
    }

    /** Likewise for a word of {@code not}. */
    public double unwantedSimilarity(int object, int word) {
        return unwanted[object][word];
    }

    /** Index of the word that an object is most similar to; the first one of equals. */
    public int bestWord(int object) {
        int best = 0;
        for (int word = 1; word < wanted[object].length; word++) {
            best = wanted[object][word] > wanted[object][best] ? word : best;
        }
        return best;
    }

    /** All objects, the most similar to a word first; equals in the order of the objects. */
    public List<Integer> ranking(int word) {
        return IntStream.range(0, objects())
                .boxed()
                .sorted(Comparator.comparingDouble(object -> -wanted[object][word]))
                .toList();
    }

    /**
     * The objects that answer each word: no word of {@code not} is more similar, the least
     * similarity is reached, and they are among the most similar so many. In the order of the
     * words, then by similarity; an object may answer several words.
     */
    public List<TextMatch> matches() {
        List<TextMatch> matches = new ArrayList<>();
        for (int word = 0; word < query.words().size(); word++) {
            int rank = 0;
            for (int object : ranking(word)) {
                if (rank < query.limit() && answers(object, word)) {
                    rank++;
                    String name = query.words().get(word);
                    matches.add(new TextMatch(name, object, wanted[object][word], rank));
                }
            }
        }
        return List.copyOf(matches);
    }

    /**
     * Similarities of all objects to a word; NaN for those that do not answer it, whatever their
     * rank.
     */
    double[] answering(int word) {
        return IntStream.range(0, objects())
                .mapToDouble(o -> answers(o, word) ? wanted[o][word] : Double.NaN)
                .toArray();
    }

    private boolean answers(int object, int word) {
        double similarity = wanted[object][word];
        for (double other : unwanted[object]) {
            if (other > similarity) {
                return false;
            }
        }
        return similarity >= query.minSimilarity();
    }

    /** Words that no object answers. */
    public List<String> unmatched() {
        List<String> answered = matches().stream().map(TextMatch::word).toList();
        return query.words().stream().filter(word -> !answered.contains(word)).toList();
    }

    /** What a user should know: texts that were cut, more asked for than there is. */
    public List<String> notes() {
        return notes;
    }
}
