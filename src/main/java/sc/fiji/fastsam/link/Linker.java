package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.link.Divisions.Division;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Links the objects of neighboring planes one to one. Slices: by the overlap of the masks. Frames:
 * by overlap and distance, from where an object was and from where its velocity leads, among
 * objects of like size; two that take the place of one that ends are its children. Of all ways to
 * link the one with the best sum is taken. What is not linked to the plane before is tried on
 * objects that were last seen a plane earlier, and so on up to the greatest gap.
 */
public final class Linker {

    private static final int NONE = -1;

    private final Resemblance resemblance;
    private final LinkSettings settings;
    private final Matcher matcher;
    private final List<Track> tracks = new ArrayList<>();
    private List<Track> open = new ArrayList<>();

    private Linker(LinkSettings settings, Matcher matcher) {
        this.resemblance = Resemblance.of(settings);
        this.settings = settings;
        this.matcher = matcher;
    }

    /**
     * Links the objects of a stack. The same input gives the same ids.
     *
     * @param planes in order, each with its objects in the order of their labels; may be empty
     */
    public static Links link(List<List<SegmentedObject>> planes, LinkSettings settings) {
        return link(planes, settings, Assignment::of);
    }

    /** By another way to choose among pairs. */
    static Links link(List<List<SegmentedObject>> planes, LinkSettings settings, Matcher matcher) {
        Linker linker = new Linker(settings, matcher);
        int[][] ids = new int[planes.size()][];
        for (int p = 0; p < ids.length; p++) {
            ids[p] = linker.new Plane(p, planes.get(p)).link();
        }
        int[] parents = new int[linker.tracks.size() + 1];
        linker.tracks.forEach(track -> parents[track.id()] = track.parent());
        return new Links(ids, parents);
    }

    /** Chooses among pairs of tracks and objects. */
    @FunctionalInterface
    interface Matcher {

        /**
         * @return for each track the index of its object, -1 = none
         */
        int[] match(int tracks, int spots, List<Pair> pairs);
    }

    /** One plane on its way. */
    private final class Plane {

        private final int number;
        private final List<Spot> spots;
        private final Pairs pairs;
        private final int[] ids;
        private final int[] parents;

        Plane(int number, List<SegmentedObject> objects) {
            this.number = number;
            this.spots = objects.stream().map(object -> Spot.of(object.mask())).toList();
            this.pairs = new Pairs(spots);
            this.ids = new int[spots.size()];
            this.parents = new int[spots.size()];
        }

        int[] link() {
            for (int age = 1; age <= settings.maxGap() + 1; age++) {
                goOn(lastSeen(number - age));
            }
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == 0) {
                    begin(i);
                }
            }
            open.removeIf(track -> number - track.plane() > settings.maxGap());
            return ids;
        }

        private List<Track> lastSeen(int plane) {
            return open.stream().filter(track -> track.plane() == plane).toList();
        }

        private void goOn(List<Track> waiting) {
            int[] next = matcher.match(waiting.size(), spots.size(), candidates(waiting));
            if (settings.motion()) {
                divide(waiting, next);
            }
            for (int t = 0; t < next.length; t++) {
                if (next[t] != NONE) {
                    ids[next[t]] = waiting.get(t).id();
                    waiting.get(t).add(spots.get(next[t]), number);
                }
            }
        }

        private List<Pair> candidates(List<Track> waiting) {
            List<Pair> candidates = new ArrayList<>();
            for (int t = 0; t < waiting.size(); t++) {
                Track track = waiting.get(t);
                for (int i : pairs.near(track, number, resemblance.reach(track.last()))) {
                    double score = isFree(i) ? resemblance.score(track, number, spots.get(i)) : 0;
                    if (score > 0) {
                        candidates.add(new Pair(t, i, score));
                    }
                }
            }
            return candidates;
        }

        private void divide(List<Track> waiting, int[] next) {
            boolean[] given = new boolean[spots.size()];
            Arrays.stream(next).filter(i -> i != NONE).forEach(i -> given[i] = true);
            for (Division division :
                    new Divisions(number, spots, pairs)
                            .find(waiting, next, i -> isFree(i) && !given[i])) {
                Track parent = waiting.get(division.track());
                next[division.track()] = NONE;
                parents[division.first()] = parent.id();
                parents[division.second()] = parent.id();
                open.remove(parent);
            }
        }

        private boolean isFree(int spot) {
            return ids[spot] == 0 && parents[spot] == 0;
        }

        private void begin(int spot) {
            Track track = new Track(tracks.size() + 1, parents[spot], spots.get(spot), number);
            ids[spot] = track.id();
            tracks.add(track);
            open.add(track);
        }
    }
}
