package sc.fiji.fastsam.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.BoxIndex;

/** Finds the objects of a plane that are near others. */
final class Pairs {

    private final List<Spot> spots;
    private final BoxIndex index;

    Pairs(List<Spot> spots) {
        this.spots = spots;
        this.index = BoxIndex.of(spots.stream().map(spot -> spot.mask().bounds().toBox()).toList());
    }

    /** Indices of objects whose bounds overlap a box, in order. */
    List<Integer> near(Box box) {
        List<Integer> near = new ArrayList<>();
        index.anyMatch(
                box,
                0,
                i -> {
                    if (spots.get(i).mask().bounds().toBox().intersection(box).area() > 0) {
                        near.add(i);
                    }
                    return false;
                });
        Collections.sort(near);
        return near;
    }

    /** Indices of objects near to where a track was or leads. */
    List<Integer> near(Track track, int plane, double reach) {
        Box was = track.last().mask().bounds().toBox();
        Box leads = track.at(plane).mask().bounds().toBox();
        return near(was.union(leads).grow((float) reach));
    }
}
