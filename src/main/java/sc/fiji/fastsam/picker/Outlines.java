package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.imagej.roi.OwnRois;

/**
 * The outlines of an image's objects in its overlay; the ROI Manager's regions of the same objects
 * go along. What is done here can be taken back. NB: so an outline that is there is never changed,
 * only exchanged for another.
 */
final class Outlines {

    private final ImagePlus image;
    private final PickRegions regions;
    private final Deque<Runnable> backwards = new ArrayDeque<>();

    Outlines(ImagePlus image, PickRegions regions) {
        this.image = image;
        this.regions = regions;
    }

    /** Those of the overlay, and of picked objects that only the ROI Manager still has. */
    Stream<Roi> all() {
        List<Roi> outlined = drawn(image).stream().filter(OwnRois::isOutline).toList();
        return Stream.concat(outlined.stream(), regions.without(outlined));
    }

    /** What an image's overlay holds. */
    static List<Roi> drawn(ImagePlus image) {
        return image.getOverlay() == null ? List.of() : List.of(image.getOverlay().toArray());
    }

    /**
     * True when the overlay has an outline. NB: to ImageJ, regions of the same bounds are equal.
     */
    boolean isDrawn(Roi outline) {
        return drawn(image).stream().anyMatch(roi -> roi == outline);
    }

    /** Adds the outlines of picked objects, and their regions. */
    void add(List<Roi> outlines) {
        if (!outlines.isEmpty()) {
            draw(outlines);
            backwards.push(regions.add(outlines));
        }
    }

    /** Adds the outlines of picked objects whose regions are there. */
    void draw(List<Roi> outlines) {
        drawAll(Stream.concat(drawn(image).stream(), outlines.stream()).toList());
        List<Optional<Roi>> none = Collections.nCopies(outlines.size(), Optional.empty());
        backwards.push(() -> drawInstead(outlines, none));
    }

    /** Takes an object's outline and region out. */
    void remove(Roi outline) {
        backwards.push(regions.remove(outline));
        List<Roi> rest = new ArrayList<>(drawn(image));
        for (int i = rest.size() - 1; i >= 0; i--) {
            if (rest.get(i) == outline) {
                int place = i;
                rest.remove(place);
                backwards.push(() -> insert(place, outline));
            }
        }
        drawAll(rest);
        image.draw();
    }

    /** Gives an object another outline and region. */
    void exchange(Roi before, Roi after) {
        exchange(List.of(before), List.of(after));
    }

    /**
     * Gives objects other outlines and regions, in their places.
     *
     * @param after outlines of picked objects, one for each before
     */
    void exchange(List<Roi> before, List<Roi> after) {
        if (before.isEmpty()) {
            return;
        }
        List<Roi> all = new ArrayList<>(drawn(image));
        Map<Roi, Integer> places = new IdentityHashMap<>();
        all.forEach(roi -> places.put(roi, places.size()));
        List<Optional<Roi>> were = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Optional<Integer> place = Optional.ofNullable(places.get(before.get(i)));
            were.add(place.map(all::get));
            Roi now = after.get(i);
            place.ifPresentOrElse(there -> all.set(there, now), () -> all.add(now));
        }
        drawAll(all);
        backwards.push(() -> drawInstead(after, were));
        backwards.push(regions.exchange(before, after));
        image.draw();
    }

    /** True when something was done here. */
    boolean isChanged() {
        return !backwards.isEmpty();
    }

    /** Takes back all that was done here; what others did meanwhile stays. */
    void undo() {
        while (!backwards.isEmpty()) {
            backwards.pop().run();
        }
        image.draw();
    }

    private void insert(int place, Roi outline) {
        List<Roi> all = new ArrayList<>(drawn(image));
        all.add(Math.min(place, all.size()), outline);
        drawAll(all);
    }

    /** Draws other outlines, or none, in place of those of picked objects that are there. */
    private void drawInstead(List<Roi> outlines, List<Optional<Roi>> others) {
        Map<Object, Optional<Roi>> drawn = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            drawn.put(PickRegions.object(outlines.get(i)), others.get(i));
        }
        drawAll(drawn(image).stream().flatMap(roi -> instead(roi, drawn).stream()).toList());
    }

    private static Optional<Roi> instead(Roi outline, Map<Object, Optional<Roi>> others) {
        Optional<Roi> same = Optional.of(outline);
        return OwnRois.is(outline, OwnRois.PICK)
                ? others.getOrDefault(PickRegions.object(outline), same)
                : same;
    }

    /** NB: an overlay cannot insert. */
    private void drawAll(List<Roi> outlines) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        overlay.clear();
        outlines.forEach(overlay::add);
        if (overlay.size() > 0) {
            image.setOverlay(overlay);
        }
    }
}
