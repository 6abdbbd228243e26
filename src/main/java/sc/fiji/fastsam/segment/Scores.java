package sc.fiji.fastsam.segment;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Scores of a network, 0..1, taken together. */
final class Scores {

    private Scores() {}

    /**
     * The typical one: the mean of the scores, weighted by themselves, so that many doubtful ones
     * beside the sure hardly count; 0 if there is none.
     */
    static <T> double typical(List<T> scored, ToDoubleFunction<T> score) {
        double sum = scored.stream().mapToDouble(score).sum();
        double squares = scored.stream().mapToDouble(score).map(s -> s * s).sum();
        return sum == 0 ? 0 : squares / sum;
    }
}
