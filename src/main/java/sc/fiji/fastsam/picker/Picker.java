package sc.fiji.fastsam.picker;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.Settings;

/**
 * What clicks and boxes do: each begins an object, adds to the one begun last, or takes from it.
 * Called on the event thread, which never waits: the network runs on another, for one click after
 * the other. Escape cancels what is being looked for.
 */
final class Picker {

    private static final String NOTHING =
            "no object there. Draw a box around it, or set the diameter (options).";

    private final Searches searches = new Searches();
    private final Highlight highlight = new Highlight();
    private Settings settings = Settings.DEFAULT;
    private Optional<Target> last = Optional.empty();

    private final Map<ImagePlus, PickHistory> histories = new ConcurrentHashMap<>();

    Picker() {
        ImagePlus.addImageListener(new Changes());
    }

    /** What is asked of the network from now on. */
    Settings settings() {
        return settings;
    }

    /** Asks by other settings from now on; objects that are there stay. */
    void use(Settings other) {
        settings = other;
        highlight.forget();
    }

    /** Outlines what a click would pick; only on a plane that was looked at. */
    void pointAt(ImagePlus image, double x, double y) {
        highlight.show(image, (int) Math.floor(x), (int) Math.floor(y));
    }

    /** The pointer has left the image. */
    void pointAway() {
        highlight.hide();
    }

    /**
     * Picks the object at a point; one that is outlined already becomes a picked one, and the last.
     */
    void pick(ImagePlus image, double x, double y) {
        Target target = begin(image);
        Optional<Roi> composed = at(image, x, y).filter(OwnRois::isComposed);
        if (composed.isPresent()) {
            take(target, composed.get());
        } else {
            ask(target, Pick.at(target.plane, x, y));
        }
    }

    /** Picks the object in a box. */
    void pick(ImagePlus image, Rectangle2D box) {
        Target target = begin(image);
        ask(target, Pick.in(target.plane, box));
    }

    /** Adds the object at a point, the one outlined there if there is one, to the last object. */
    void add(ImagePlus image, double x, double y) {
        Target target = lastOn(image);
        Optional<Roi> there = at(image, x, y);
        Picks picks = picks(image);
        if (there.isPresent() && picks.has(target.number, target.plane)) {
            picks.merge(target.number.getAsInt(), there.get(), target.plane);
            tell(target.name() + " has grown", image, last, picks.undo());
        } else {
            ask(target, Pick.at(target.plane, x, y));
        }
    }

    /** Adds the object in a box to the last object. */
    void add(ImagePlus image, Rectangle2D box) {
        Target target = lastOn(image);
        ask(target, Pick.in(target.plane, box));
    }

    /** Takes out the object at a point. */
    void subtract(ImagePlus image, double x, double y) {
        at(image, x, y)
                .ifPresentOrElse(
                        outline -> remove(image, List.of(outline)),
                        () -> StatusLine.show("no outlined object there"));
    }

    /** Cuts the outlined objects that a line crosses, whose points are in the image's pixels. */
    void cut(ImagePlus image, List<Point2D> line) {
        Picks picks = picks(image);
        List<Cut> cuts = picks.cut(line, PlanePosition.of(image));
        highlight.hide();
        if (cuts.isEmpty()) {
            StatusLine.show("the line crosses no outlined object from side to side");
        } else {
            tell(Cut.text(cuts), image, last, picks.undo());
        }
    }

    /** Takes the object of the highest number out. */
    void removeLast(ImagePlus image) {
        Picks picks = Picks.of(image);
        OptionalInt number = picks.picked().mapToInt(roi -> OwnRois.pick(roi).getAsInt()).max();
        if (number.isEmpty()) {
            StatusLine.show("no object was picked on " + image.getTitle());
            return;
        }
        remove(image, picks.picked().filter(roi -> OwnRois.pick(roi).equals(number)).toList());
    }

    /** Makes the objects that earlier runs outlined picked ones. */
    void takeAll(ImagePlus image) {
        Picks picks = picks(image);
        int count = picks.takeAll();
        tell(Counted.objects(count) + " taken over", image, last, picks.undo());
    }

    /** Takes back what was done last to an image's objects. */
    void undo(ImagePlus image) {
        if (searches.areRunning()) {
            StatusLine.show("still looking; Escape ends that");
            return;
        }
        history(image)
                .undo()
                .ifPresentOrElse(
                        step -> {
                            last = step.last();
                            highlight.hide();
                            StatusLine.show("undone: " + step.text());
                        },
                        () -> StatusLine.show("nothing to undo on " + image.getTitle()));
    }

    /** True when what was done last to an image was done by this; for any thread. */
    boolean isUndone(ImagePlus image) {
        return histories.containsKey(image) && histories.get(image).isLatest();
    }

    private PickHistory history(ImagePlus image) {
        return histories.computeIfAbsent(image, PickHistory::new);
    }

    /**
     * Says what was done, and keeps what takes it back.
     *
     * @param before the last object before it was done
     */
    private void tell(
            String text, ImagePlus image, Optional<Target> before, Optional<Runnable> undo) {
        StatusLine.show(text);
        undo.ifPresent(back -> history(image).add(new PickHistory.Step(text, before, back)));
    }

    private Target begin(ImagePlus image) {
        Target target = new Target(image, last);
        last = Optional.of(target);
        return target;
    }

    private Target lastOn(ImagePlus image) {
        return last.filter(t -> t.image == image && t.plane.equals(PlanePosition.of(image)))
                .orElseGet(() -> begin(image));
    }

    /** Takes out the outlines of one object. */
    private void remove(ImagePlus image, List<Roi> outlines) {
        Picks picks = Picks.of(image);
        outlines.forEach(picks::remove);
        Optional<Target> before = last;
        OptionalInt number = OwnRois.pick(outlines.get(0));
        last = last.filter(target -> !target.is(image, number));
        tell(Target.name(number) + " was taken out", image, before, picks.undo());
    }

    private Picks picks(ImagePlus image) {
        return new Picks(image, settings.get(OutputKeys.ROIS));
    }

    private static Optional<Roi> at(ImagePlus image, double x, double y) {
        return Picks.of(image).at(Pick.at(PlanePosition.of(image), x, y));
    }

    private void ask(Target target, Pick pick) {
        Optional<SegmentedObject> sure = highlight.surely(target.image, pick);
        if (sure.isPresent()) {
            show(target, pick, sure.get(), settings);
            return;
        }
        Settings by = settings;
        Highlight.Look look = highlight.look(target.image, pick.plane());
        searches.begin(target, pick, by, found -> show(target, pick, look, found));
    }

    private void show(Target target, Pick pick, Highlight.Look look, PickSearch.Found found) {
        if (!target.isThere()) {
            StatusLine.show(Target.GONE);
            return;
        }
        highlight.know(look, found.everything());
        if (found.object().isPresent()) {
            show(target, pick, found.object().get(), found.by());
        } else {
            Optional<Roi> there = picks(target.image).at(pick);
            there.ifPresentOrElse(roi -> take(target, roi), () -> StatusLine.show(NOTHING));
        }
    }

    /** Makes an outlined object a picked one, and the last. */
    private void take(Target target, Roi outline) {
        Picks picks = picks(target.image);
        target.number = OptionalInt.of(picks.take(outline));
        tell(target.name() + " is picked", target.image, target.before, picks.undo());
    }

    private void show(Target target, Pick pick, SegmentedObject object, Settings by) {
        Picks picks = picks(target.image);
        if (picks.has(target.number, target.plane)) {
            picks.grow(target.number.getAsInt(), object.mask(), target.plane);
            tell(text(target, picks, " has grown: "), target.image, last, picks.undo());
        } else {
            Runnable unwrite = FirstAnswer.take(target, pick, object, by, picks);
            tell(
                    text(target, picks, ": "),
                    target.image,
                    target.before,
                    picks.undo()
                            .map(
                                    undo ->
                                            () -> {
                                                undo.run();
                                                unwrite.run();
                                            }));
        }
        highlight.hide();
    }

    private static String text(Target target, Picks picks, String verb) {
        return target.name() + verb + picks.text(target.number.getAsInt(), target.plane);
    }

    /** Keeps no image that was closed in memory, and no objects of pixels that were changed. */
    private final class Changes implements ImageListener {

        @Override
        public void imageClosed(ImagePlus image) {
            EventQueue.invokeLater(
                    () -> {
                        highlight.forget(image);
                        histories.remove(image);
                        last = last.filter(target -> target.image != image);
                    });
        }

        @Override
        public void imageOpened(ImagePlus image) {}

        @Override
        public void imageUpdated(ImagePlus image) {
            Optional.ofNullable(histories.get(image)).ifPresent(PickHistory::update);
            EventQueue.invokeLater(() -> highlight.forget(image));
        }
    }
}
