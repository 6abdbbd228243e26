package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The linear assignment problem on few pairs: each track gets one object or none, each object one
 * track or none, so that the sum of the scores is greatest. Tracks are added one after the other by
 * a shortest augmenting path (Jonker and Volgenant, 1987, Computing 38), which touches near tracks
 * only, so crowds of thousands take milliseconds.
 */
final class Assignment {

    private static final int NONE = -1;

    private final List<List<Pair>> pairs = new ArrayList<>();
    private final double noneCost;
    private final double[] trackPrices;
    private final double[] spotPrices;
    private final int[] spotOf;
    private final int[] trackOf;
    private final double[] distance;
    private final int[] from;
    private final boolean[] settled;

    private Assignment(int tracks, int spots, List<Pair> all) {
        for (int t = 0; t < tracks; t++) {
            pairs.add(new ArrayList<>());
        }
        all.forEach(pair -> pairs.get(pair.track()).add(pair));
        noneCost = all.stream().mapToDouble(Pair::score).max().orElse(0);
        trackPrices = new double[tracks];
        spotPrices = new double[spots];
        spotOf = filled(tracks);
        trackOf = filled(spots);
        distance = new double[spots];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        from = filled(spots);
        settled = new boolean[spots];
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    /**
     * The best assignment; the same for the same pairs in the same order.
     *
     * @return for each track the index of its object, -1 = none
     */
    static int[] of(int tracks, int spots, List<Pair> pairs) {
        Assignment assignment = new Assignment(tracks, spots, pairs);
        for (int track = 0; track < tracks; track++) {
            assignment.new Path(track).augment();
        }
        return assignment.spotOf;
    }

    /** The shortest path from a new track to an object that is free, or to a track given up. */
    private final class Path {

        private final int start;
        private final PriorityQueue<Step> open = new PriorityQueue<>();
        private final List<Integer> touched = new ArrayList<>();
        private final List<Integer> reached = new ArrayList<>();
        private double length = Double.POSITIVE_INFINITY;
        private int givenUp = NONE;

        Path(int start) {
            this.start = start;
        }

        void augment() {
            int end = search();
            changePrices();
            int spot = end;
            int track = givenUp;
            if (end == NONE) {
                spot = spotOf[track];
                spotOf[track] = NONE;
            }
            while (track != start) {
                track = from[spot];
                int next = spotOf[track];
                spotOf[track] = spot;
                trackOf[spot] = track;
                spot = next;
            }
            touched.forEach(
                    s -> {
                        distance[s] = Double.POSITIVE_INFINITY;
                        settled[s] = false;
                    });
        }

        /** The free object where the path ends; none where a track is given up. */
        private int search() {
            reach(start, 0);
            while (!open.isEmpty() && open.peek().distance < length) {
                Step step = open.remove();
                if (settled[step.spot]) {
                    continue;
                }
                if (trackOf[step.spot] == NONE) {
                    length = step.distance;
                    givenUp = NONE;
                    return step.spot;
                }
                settled[step.spot] = true;
                reached.add(step.spot);
                reach(trackOf[step.spot], step.distance);
            }
            return NONE;
        }

        private void reach(int track, double soFar) {
            double alone = soFar + noneCost - trackPrices[track];
            if (alone < length) {
                length = alone;
                givenUp = track;
            }
            for (Pair pair : pairs.get(track)) {
                int spot = pair.spot();
                double cost = noneCost - pair.score() - trackPrices[track] - spotPrices[spot];
                if (!settled[spot] && soFar + cost < distance[spot]) {
                    distance[spot] = soFar + cost;
                    from[spot] = track;
                    touched.add(spot);
                    open.add(new Step(spot, distance[spot]));
                }
            }
        }

        private void changePrices() {
            trackPrices[start] += length;
            for (int spot : reached) {
                trackPrices[trackOf[spot]] += length - distance[spot];
                spotPrices[spot] -= length - distance[spot];
            }
        }
    }

    private record Step(int spot, double distance) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byDistance = Double.compare(distance, other.distance);
            return byDistance != 0 ? byDistance : Integer.compare(spot, other.spot);
        }
    }
}
