package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Color;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.ObjectRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.PreviewOverlay;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Selector;

/**
 * Outlines the object under the pointer, which a click would pick, on the plane that was looked at
 * last. To be used on the event thread.
 */
final class Highlight {

    private static final Color COLOR = Color.YELLOW;

    /** Of which nothing was told yet. NB: weak, as looks may fail. */
    private final Set<Look> looks = Collections.newSetFromMap(new WeakHashMap<>());

    private ImagePlus image;
    private PlanePosition plane;
    private Selector objects;
    private PreviewOverlay overlay;
    private Optional<?> shown = Optional.empty();

    /** A look at a plane as it is, known by itself. */
    static final class Look {

        private final ImagePlus image;
        private final PlanePosition plane;

        private Look(ImagePlus image, PlanePosition plane) {
            this.image = image;
            this.plane = plane;
        }
    }

    /** Begins a look at a plane. */
    Look look(ImagePlus at, PlanePosition on) {
        Look look = new Look(at, on);
        looks.add(look);
        return look;
    }

    /** Tells the objects that a look found; in vain if they were to be forgotten meanwhile. */
    void know(Look look, Selector all) {
        if (looks.remove(look)) {
            hide();
            image = look.image;
            plane = look.plane;
            objects = all;
            overlay = new PreviewOverlay(look.image);
        }
    }

    /** Forgets all objects. */
    void forget() {
        looks.clear();
        forget(image);
    }

    /** Forgets the objects of an image, whose outline goes with them. */
    void forget(ImagePlus changed) {
        looks.removeIf(look -> look.image == changed);
        if (image == changed) {
            hide();
            image = null;
            plane = null;
            objects = null;
            overlay = null;
        }
    }

    /**
     * The object that a pick means, where its plane is known and the network is sure of the object;
     * else the network has to be asked.
     */
    Optional<SegmentedObject> surely(ImagePlus of, Pick pick) {
        if (of != image || !pick.plane().equals(plane)) {
            return Optional.empty();
        }
        return surely(objects, pick);
    }

    /** Likewise, among a plane's objects; without what a box cannot mean. */
    static Optional<SegmentedObject> surely(Selector objects, Pick pick) {
        Answers found = objects.select(pick.prompts());
        Answer answer = found.answers().get(0);
        return answer.prompt().isWellAnswered(answer)
                ? found.trimmed().answers().get(0).object()
                : Optional.empty();
    }

    /** Outlines what is at a pixel of the plane that the image shows. */
    void show(ImagePlus under, int x, int y) {
        if (image == null
                || under != image
                || !overlay.isFree()
                || !PlanePosition.of(under).equals(plane)) {
            hide();
            return;
        }
        Optional<SegmentedObject> there =
                objects.select(Prompts.point(x, y)).answers().get(0).object();
        Optional<Roi> outlined = outlined(Pick.at(plane, x, y), there);
        Optional<?> next = outlined.isPresent() ? outlined : there;
        if (next.equals(shown)) {
            return;
        }
        hide();
        shown = next;
        outlined.or(() -> there.map(this::outline))
                .ifPresent(outline -> overlay.show(drawn -> drawn.add(highlighted(outline))));
    }

    /** The outline that is there and that a click keeps. */
    private Optional<Roi> outlined(Pick pick, Optional<SegmentedObject> there) {
        Picks picks = Picks.of(image);
        return picks.at(pick)
                .filter(OwnRois::isComposed)
                .or(() -> there.flatMap(object -> picks.same(plane, object.mask())))
                .or(() -> there.flatMap(object -> picks.part(pick, object.mask())));
    }

    private Roi outline(SegmentedObject object) {
        return ObjectRois.create(List.of(object), RoiPlace.of(image, plane)).get(0);
    }

    private static Roi highlighted(Roi outline) {
        Roi roi = (Roi) outline.clone();
        roi.setGroup(0);
        roi.setStrokeColor(COLOR);
        return roi;
    }

    /** Takes the outline off. */
    void hide() {
        if (shown.isPresent()) {
            overlay.hide();
            shown = Optional.empty();
        }
    }
}
