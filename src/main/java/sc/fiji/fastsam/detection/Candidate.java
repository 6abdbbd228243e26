package sc.fiji.fastsam.detection;

import java.util.Comparator;
import sc.fiji.fastsam.geometry.Box;

/**
 * One row of a network's output that scores above the limit, without its mask coefficients.
 *
 * @param boxInNetwork its box, in network pixels, not clamped
 * @param score confidence of the best class, 0..1
 * @param classIndex the best class, from 0
 * @param row where its coefficients stand in the output
 */
public record Candidate(Box boxInNetwork, float score, int classIndex, int row) {

    /** Best score first, then from top to bottom, then from left to right, then by row. */
    public static final Comparator<Candidate> BEST_FIRST = Candidate::compareTo;

    private int compareTo(Candidate other) {
        int order = Float.compare(other.score, score);
        if (order == 0) {
            order = Float.compare(boxInNetwork.y0(), other.boxInNetwork.y0());
        }
        if (order == 0) {
            order = Float.compare(boxInNetwork.x0(), other.boxInNetwork.x0());
        }
        return order == 0 ? Integer.compare(row, other.row) : order;
    }

    /** True when a number could be a box's edge and the box is not inside out. */
    static boolean isUsable(Box box) {
        float sum = box.x0() + box.y0() + box.x1() + box.y1();
        return Float.isFinite(sum) && box.x1() > box.x0() && box.y1() > box.y0();
    }
}
