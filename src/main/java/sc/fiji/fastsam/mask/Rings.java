package sc.fiji.fastsam.mask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.geometry.BoxIndex;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;

/**
 * The rings of pixels round the objects of a plane, as the cytoplasm round nuclei. A pixel belongs
 * to the ring of the object that is nearest to it, if the centers of the two pixels lie no farther
 * apart than the ring is wide, and it belongs to no object. Of objects that are equally near it is
 * the one to the left, then the one above. The ring of an object that lies in another (its {@link
 * Nesting#parent}) stays in that one.
 */
public final class Rings {

    /** The squares that are looked at one by one. */
    private static final Size TILE = new Size(512, 512);

    private final List<SegmentedObject> objects;
    private final Nesting nesting;
    private final BoxIndex index;
    private final Size plane;
    private final int width;

    /** Of each object's ring what lies in each square. */
    private final List<List<Mask>> parts;

    private Rings(List<SegmentedObject> objects, Size plane, int width) {
        this.objects = objects;
        this.nesting = Nesting.of(objects, 0);
        this.index = BoxIndex.of(objects.stream().map(o -> o.mask().bounds().toBox()).toList());
        this.plane = plane;
        this.width = width;
        this.parts = objects.stream().map(o -> (List<Mask>) new ArrayList<Mask>(1)).toList();
    }

    /**
     * The ring of each object, in their order; one without a pixel is empty.
     *
     * @param objects all of the plane, also those whose rings are not asked for
     * @param plane size in pixels
     * @param width of the rings in pixels, 1 or more
     */
    public static List<Mask> of(List<SegmentedObject> objects, Size plane, int width) {
        return new Rings(objects, plane, width).find();
    }

    private List<Mask> find() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < objects.size(); i++) {
            groups.computeIfAbsent(nesting.parent(i), parent -> new ArrayList<>()).add(i);
        }
        groups.forEach((parent, members) -> find(new Group(parent), members));
        return parts.stream().map(Rings::joined).toList();
    }

    private static Mask joined(List<Mask> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        MaskBuilder whole =
                new MaskBuilder(
                        parts.stream()
                                .map(Mask::bounds)
                                .reduce(Region::union)
                                .orElse(new Region(0, 0, 0, 0)));
        parts.forEach(whole::add);
        return whole.toMask();
    }

    private void find(Group group, List<Integer> members) {
        Region all = group.ground().map(Mask::bounds).orElse(Region.of(plane));
        Region reach =
                members.stream()
                        .map(i -> around(mask(i).bounds()))
                        .reduce(Region::union)
                        .orElseThrow()
                        .intersection(all);
        TileGrid tiles = new TileGrid(reach.size(), TILE);
        AtOnce.parts(
                Math.toIntExact(tiles.count()),
                i -> findIn(tiles.region(i).translate(reach.x(), reach.y()), group));
    }

    private void findIn(Region tile, Group group) {
        Region reach = around(tile);
        List<Integer> near = near(reach);
        if (near.stream().noneMatch(group::has)) {
            return;
        }
        Region seen =
                near.stream()
                        .filter(group::has)
                        .map(i -> mask(i).bounds().intersection(reach))
                        .reduce(tile, Region::union);
        NearestOwner owners = new NearestOwner(seen, group.ground().isEmpty());
        group.ground().ifPresent(owners::free);
        // NB: members come last and the best of them at the end, for they own the pixels they
        // share.
        near.stream().filter(group::isInTheWay).forEach(i -> owners.block(mask(i)));
        near.stream().filter(group::has).forEach(i -> owners.own(mask(i), i));
        // NB: no rasters round whole objects, for where these lie close and rings are wide most of
        // each would be empty.
        Map<Integer, RunList> found = new HashMap<>();
        owners.forEachRun(
                tile,
                width,
                (owner, y, x0, x1) ->
                        found.computeIfAbsent(owner, i -> new RunList()).add(y, x0, x1));
        found.forEach((owner, runs) -> add(owner, runs.toMask()));
    }

    private void add(int object, Mask part) {
        List<Mask> all = parts.get(object);
        synchronized (all) {
            all.add(part);
        }
    }

    /** The worst first. */
    private List<Integer> near(Region region) {
        List<Integer> near = new ArrayList<>();
        index.anyMatch(
                region.toBox(),
                0,
                i -> {
                    if (!mask(i).bounds().intersection(region).isEmpty()) {
                        near.add(i);
                    }
                    return false;
                });
        near.sort((a, b) -> Integer.compare(b, a));
        return near;
    }

    private Mask mask(int object) {
        return objects.get(object).mask();
    }

    private Region around(Region region) {
        return region.grow(width).intersection(Region.of(plane));
    }

    /** The objects that lie in the same one, or in none. */
    private final class Group {

        private final int parent;
        private final List<Integer> holders = new ArrayList<>();

        Group(int parent) {
            this.parent = parent;
            for (int i = parent; i != Nesting.NONE; i = nesting.parent(i)) {
                holders.add(i);
            }
        }

        /** Where their rings may lie; everywhere without a parent. */
        Optional<Mask> ground() {
            return parent == Nesting.NONE ? Optional.empty() : Optional.of(mask(parent));
        }

        boolean has(int object) {
            return nesting.parent(object) == parent;
        }

        boolean isInTheWay(int object) {
            return !has(object) && !holders.contains(object);
        }
    }
}
