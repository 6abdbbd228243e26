package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The best pair first: what the assignment is compared with. */
final class Greedy {

    private Greedy() {}

    static int[] match(int tracks, int spots, List<Pair> pairs) {
        int[] next = new int[tracks];
        Arrays.fill(next, -1);
        boolean[] taken = new boolean[spots];
        List<Pair> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingDouble(Pair::score).reversed());
        for (Pair pair : sorted) {
            if (next[pair.track()] < 0 && !taken[pair.spot()]) {
                next[pair.track()] = pair.spot();
                taken[pair.spot()] = true;
            }
        }
        return next;
    }
}
