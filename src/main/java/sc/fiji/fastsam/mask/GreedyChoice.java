package sc.fiji.fastsam.mask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.BoxIndex;

/**
 * Keeps, one after the other, the objects that none kept before drops. Which ones drop an object is
 * found for many objects at a time; the result is that of going through them one by one.
 */
final class GreedyChoice {

    /** Objects that are looked at at the same time, and those of a thread. */
    private static final int BLOCK = 2048;

    private static final int PART = 128;

    private final List<SegmentedObject> kept = new ArrayList<>();
    private final BoxIndex index;
    private final Drops drops;

    private GreedyChoice(BoxIndex index, Drops drops) {
        this.index = index;
        this.drops = drops;
    }

    /** Says whether a kept object drops a later one; only asked where their bounds overlap. */
    interface Drops {
        boolean test(SegmentedObject kept, SegmentedObject later);
    }

    /** The kept ones, in their order. */
    static List<SegmentedObject> of(List<SegmentedObject> objects, Drops drops) {
        GreedyChoice choice = new GreedyChoice(BoxIndex.around(bounds(objects)), drops);
        for (int from = 0; from < objects.size(); from += BLOCK) {
            choice.add(objects.subList(from, Math.min(objects.size(), from + BLOCK)));
        }
        return choice.kept;
    }

    private void add(List<SegmentedObject> block) {
        BoxIndex own = BoxIndex.of(bounds(block));
        boolean[] dropped = new boolean[block.size()];
        BitSet[] droppers = new BitSet[block.size()];
        AtOnce.parts(
                (block.size() + PART - 1) / PART,
                part -> {
                    int end = Math.min(block.size(), (part + 1) * PART);
                    for (int i = part * PART; i < end; i++) {
                        dropped[i] = isDropped(block.get(i));
                        droppers[i] = dropped[i] ? new BitSet() : droppers(block, i, own);
                    }
                });
        BitSet stay = new BitSet();
        for (int i = 0; i < block.size(); i++) {
            if (!dropped[i] && !droppers[i].intersects(stay)) {
                stay.set(i);
                index.add(kept.size(), bounds(block.get(i)));
                kept.add(block.get(i));
            }
        }
    }

    /** NB: masks with an IoU above a limit need not have bounds with one. */
    private boolean isDropped(SegmentedObject object) {
        return index.anyMatch(bounds(object), 0, i -> drops.test(kept.get(i), object));
    }

    /** Those of a block, earlier than one, that drop it if they are kept. */
    private BitSet droppers(List<SegmentedObject> block, int later, BoxIndex own) {
        BitSet droppers = new BitSet();
        SegmentedObject object = block.get(later);
        own.anyMatch(
                bounds(object),
                0,
                i -> {
                    if (i < later && drops.test(block.get(i), object)) {
                        droppers.set(i);
                    }
                    return false;
                });
        return droppers;
    }

    private static List<Box> bounds(List<SegmentedObject> objects) {
        return objects.stream().map(GreedyChoice::bounds).toList();
    }

    private static Box bounds(SegmentedObject object) {
        return object.mask().bounds().toBox();
    }
}
