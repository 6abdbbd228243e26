package sc.fiji.fastsam.detection;

import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * What a head read from a network's outputs. Refers to the outputs, which must not change.
 *
 * @param candidates in the order of {@link Candidate#BEST_FIRST}
 * @param coefficients of the candidates' rows, read when asked for
 * @param prototypes [k, y, x], k as the length of the coefficients; y and x in prototype pixels
 *     (mostly a quarter of the network's)
 */
public record Proposals(List<Candidate> candidates, Coefficients coefficients, Tensor prototypes) {

    /** Copies the list. */
    public Proposals {
        candidates = List.copyOf(candidates);
    }

    /** A candidate with its coefficients. */
    public Detection detection(Candidate candidate) {
        return new Detection(
                candidate.boxInNetwork(),
                candidate.score(),
                candidate.classIndex(),
                coefficients.ofRow(candidate.row()));
    }
}
