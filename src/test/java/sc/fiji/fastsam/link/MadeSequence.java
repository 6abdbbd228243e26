package sc.fiji.fastsam.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Planes with objects of which it is known what they are.
 *
 * @param planes the objects seen, in their order
 * @param parents of the true ids, where they have one
 */
record MadeSequence(List<List<Seen>> planes, Map<Integer, Integer> parents) {

    /**
     * An object as a segmentation shows it.
     *
     * @param id the true one
     * @param mask its pixels
     */
    record Seen(int id, Mask mask) {

        SegmentedObject toObject() {
            return new SegmentedObject(mask, mask.bounds().toBox(), 0.9f);
        }
    }

    List<List<SegmentedObject>> objects() {
        return planes.stream().map(p -> p.stream().map(Seen::toObject).toList()).toList();
    }

    /** Number of objects in all planes. */
    int count() {
        return planes.stream().mapToInt(List::size).sum();
    }

    /** What is wrong with links of this sequence. */
    LinkErrors errors(Links links, int maxGap) {
        Set<List<Integer>> truth = new HashSet<>();
        Set<List<Integer>> found = new HashSet<>();
        Map<Integer, int[]> lastTrue = new HashMap<>();
        Map<Integer, int[]> lastFound = new HashMap<>();
        Map<Integer, Integer> firstOwner = new HashMap<>();
        int switches = 0;
        for (int p = 0; p < planes.size(); p++) {
            for (int i = 0; i < planes.get(p).size(); i++) {
                int id = planes.get(p).get(i).id();
                int given = links.id(p, i);
                int[] before = lastTrue.put(id, new int[] {p, i, given});
                if (before != null && p - before[0] <= maxGap + 1) {
                    truth.add(List.of(before[0], before[1], p, i));
                    boolean changed = before[2] != given;
                    switches += changed && firstOwner.getOrDefault(given, id) != id ? 1 : 0;
                }
                firstOwner.putIfAbsent(given, id);
                int[] other = lastFound.put(given, new int[] {p, i});
                if (other != null) {
                    found.add(List.of(other[0], other[1], p, i));
                }
            }
        }
        Set<List<Integer>> missed = new HashSet<>(truth);
        missed.removeAll(found);
        Set<List<Integer>> wrong = new HashSet<>(found);
        wrong.removeAll(truth);
        Divided divided = divided(links);
        return new LinkErrors(
                truth.size(),
                missed.size(),
                wrong.size(),
                switches,
                divided.truth(),
                divided.found(),
                divided.wrong());
    }

    /** Divisions as the object before and the first objects of both children. */
    private Divided divided(Links links) {
        Map<Integer, String> lastTrue = new HashMap<>();
        Map<Integer, String> firstTrue = new HashMap<>();
        Map<Integer, String> lastFound = new HashMap<>();
        Map<Integer, String> firstFound = new HashMap<>();
        for (int p = 0; p < planes.size(); p++) {
            for (int i = 0; i < planes.get(p).size(); i++) {
                String place = p + "/" + i;
                firstTrue.putIfAbsent(planes.get(p).get(i).id(), place);
                lastTrue.put(planes.get(p).get(i).id(), place);
                firstFound.putIfAbsent(links.id(p, i), place);
                lastFound.put(links.id(p, i), place);
            }
        }
        Set<String> truth = new HashSet<>();
        parents.forEach(
                (child, parent) -> {
                    if (firstTrue.containsKey(child) && lastTrue.containsKey(parent)) {
                        truth.add(lastTrue.get(parent) + ">" + firstTrue.get(child));
                    }
                });
        Set<String> found = new HashSet<>();
        for (int id = 1; id <= links.count(); id++) {
            if (links.parent(id) != 0) {
                found.add(lastFound.get(links.parent(id)) + ">" + firstFound.get(id));
            }
        }
        int all = found.size();
        found.retainAll(truth);
        return new Divided(truth.size(), found.size(), all - found.size());
    }

    private record Divided(int truth, int found, int wrong) {}

    static Box box(double x, double y, double reach) {
        return new Box(
                (float) (x - reach), (float) (y - reach), (float) (x + reach), (float) (y + reach));
    }
}
