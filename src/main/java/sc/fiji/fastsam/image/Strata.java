package sc.fiji.fastsam.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of many things in an order stand for all: runs of neighbors, short at both ends, where the
 * rare ones are, and longer in between; the middle of each stands for it.
 */
final class Strata {

    /**
     * One of them.
     *
     * @param index its place in the order
     * @param weight how many it stands for, itself included
     */
    record Stratum(int index, int weight) {}

    private Strata() {}

    /**
     * @param count number of things
     * @param wanted about how many are taken, at least 1; all where there are no more
     * @return in order; the weights' sum is {@code count}
     */
    static List<Stratum> of(int count, int wanted) {
        int longest = (count + wanted - 1) / wanted;
        List<Stratum> strata = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int left = count - from;
            int length = Math.max(1, Math.min(Math.min(from, longest), (left + 1) / 2));
            strata.add(new Stratum(from + length / 2, length));
            from += length;
        }
        return strata;
    }
}
