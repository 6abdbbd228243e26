package sc.fiji.fastsam.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.link.Linker;
import sc.fiji.fastsam.link.Links;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Planes whose objects have ids through the whole stack: 1..N, in the order of first plane, then of
 * label there.
 *
 * @param planes in the order given
 * @param mothers by id, 0 = none; empty where objects are not linked
 */
record LinkedPlanes(List<PlaneObjects> planes, List<Integer> mothers) {

    /** Planes as they are. */
    static LinkedPlanes unlinked(List<PlaneObjects> planes) {
        return new LinkedPlanes(planes, List.of());
    }

    /**
     * Links the objects of planes. NB: planes without a prompt count as planes without objects.
     *
     * @param taken all planes that were asked for
     */
    static LinkedPlanes of(
            List<PlaneObjects> planes, List<PlanePosition> taken, StackLinks settings) {
        List<Integer> places = settings.places(taken);
        Map<Integer, Map<Integer, PlaneObjects>> groups = new TreeMap<>();
        for (PlaneObjects plane : planes) {
            groups.computeIfAbsent(settings.group(plane.position()), g -> new HashMap<>())
                    .put(settings.place(plane.position()), plane);
        }
        Map<Integer, Links> links = new HashMap<>();
        groups.forEach((group, members) -> links.put(group, link(members, places, settings)));
        return new Numbering().number(planes, places, links, settings);
    }

    /**
     * The color of each object, by its label: by place where one plane has up to 255 objects, or
     * objects are linked and are no more; else by label, as a label image has one color table.
     */
    ObjectColors colors() {
        int most = planes.stream().mapToInt(plane -> plane.labeling().maxId()).max().orElse(0);
        boolean oneNumbering = planes.size() == 1 || !mothers.isEmpty();
        return oneNumbering && ObjectColors.canBeByPlace(most)
                ? ObjectColors.byPlace(
                        planes.stream().flatMap(p -> p.objects().stream()).toList(),
                        planes.stream().flatMap(p -> p.labeling().ids().stream()).toList())
                : ObjectColors.byLabel(most);
    }

    /** Tells linked stacks apart, the same for the same objects; empty where nothing is linked. */
    String name() {
        if (mothers.isEmpty()) {
            return "";
        }
        List<Object> objects = new ArrayList<>();
        for (PlaneObjects plane : planes) {
            objects.add(plane.labeling().ids());
            plane.objects().forEach(object -> objects.add(object.mask().area()));
        }
        return Integer.toHexString(objects.hashCode());
    }

    private static Links link(
            Map<Integer, PlaneObjects> members, List<Integer> places, StackLinks settings) {
        List<List<SegmentedObject>> objects =
                places.stream()
                        .map(p -> members.containsKey(p) ? members.get(p).objects() : null)
                        .map(o -> o == null ? List.<SegmentedObject>of() : o)
                        .toList();
        return Linker.link(objects, settings.toSettings());
    }

    /** Ids of the stack for ids of its groups, in the order in which they come up. */
    private static final class Numbering {

        private record Key(int group, int id) {}

        private final Map<Key, Integer> numbers = new HashMap<>();
        private final List<Integer> mothers = new ArrayList<>(List.of(0));

        LinkedPlanes number(
                List<PlaneObjects> planes,
                List<Integer> places,
                Map<Integer, Links> links,
                StackLinks settings) {
            List<List<Integer>> ids = new ArrayList<>();
            for (PlaneObjects plane : planes) {
                int group = settings.group(plane.position());
                int place = places.indexOf(settings.place(plane.position()));
                ids.add(
                        links.get(group).ids(place).stream()
                                .map(id -> number(new Key(group, id), links.get(group)))
                                .toList());
            }
            List<PlaneObjects> linked = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                linked.add(planes.get(i).withIds(ids.get(i), numbers.size()));
            }
            return new LinkedPlanes(List.copyOf(linked), List.copyOf(mothers));
        }

        private int number(Key key, Links links) {
            Integer known = numbers.get(key);
            if (known != null) {
                return known;
            }
            numbers.put(key, mothers.size());
            int parent = links.parent(key.id);
            mothers.add(parent == 0 ? 0 : numbers.get(new Key(key.group, parent)));
            return mothers.size() - 1;
        }
    }
}
