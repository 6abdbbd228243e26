package sc.fiji.fastsam.picker;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sc.fiji.fastsam.concurrent.Daemons;
import sc.fiji.fastsam.host.Failure;
import sc.fiji.fastsam.host.StatusBar;
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

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Daemons.named("FastSAM object picker"));
    private final Highlight highlight = new Highlight();
    private Settings settings = Settings.DEFAULT;
    private Optional<Target> last = Optional.empty();

    /** The object that a click or box began; what is found for it later is added to it. */
    private static final class Target {

        private final ImagePlus image;
        private final PlanePosition plane;
        private final int[] dimensions;
        private OptionalInt number = OptionalInt.empty();

        Target(ImagePlus image) {
            this.image = image;
            this.plane = PlanePosition.of(image);
            this.dimensions = image.getDimensions();
        }

        /** False once the image is closed, cropped or has other slices. */
        boolean isThere() {
            return image.getProcessor() != null && Arrays.equals(dimensions, image.getDimensions());
        }
    }

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
            target.number = OwnRois.pick(composed.get());
            StatusLine.show(name(target.number) + " is picked");
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
            StatusLine.show(name(target.number) + " has grown");
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
                        outline -> remove(image, outline),
                        () -> StatusLine.show("no outlined object there"));
    }

    /** Takes the object of the highest number out. */
    void removeLast(ImagePlus image) {
        Picks picks = Picks.of(image);
        OptionalInt number = picks.picked().mapToInt(roi -> OwnRois.pick(roi).getAsInt()).max();
        if (number.isEmpty()) {
            StatusLine.show("no object was picked on " + image.getTitle());
            return;
        }
        picks.picked()
                .filter(outline -> OwnRois.pick(outline).equals(number))
                .toList()
                .forEach(outline -> remove(image, outline));
    }

    /** Makes the objects that earlier runs outlined picked ones. */
    void takeAll(ImagePlus image) {
        int count = picks(image).takeAll();
        StatusLine.show(Counted.objects(count) + " taken over");
    }

    private Target begin(ImagePlus image) {
        Target target = new Target(image);
        last = Optional.of(target);
        return target;
    }

    private Target lastOn(ImagePlus image) {
        return last.filter(t -> t.image == image && t.plane.equals(PlanePosition.of(image)))
                .orElseGet(() -> begin(image));
    }

    private void remove(ImagePlus image, Roi outline) {
        StatusLine.show(name(OwnRois.pick(outline)) + " was taken out");
        OptionalInt number = OwnRois.pick(outline);
        last = last.filter(t -> t.image != image || number.isEmpty() || !t.number.equals(number));
        Picks.of(image).remove(outline);
    }

    private Picks picks(ImagePlus image) {
        return new Picks(image, settings.get(OutputKeys.ROIS));
    }

    private static Optional<Roi> at(ImagePlus image, double x, double y) {
        return Picks.of(image)
                .at(PlanePosition.of(image), (int) Math.floor(x), (int) Math.floor(y));
    }

    private static String name(OptionalInt number) {
        return number.isPresent() ? "object " + number.getAsInt() : "the object";
    }

    private void ask(Target target, Pick pick) {
        Optional<SegmentedObject> sure = highlight.surely(target.image, pick);
        if (sure.isPresent()) {
            show(target, pick, sure.get(), settings);
            return;
        }
        Settings by = settings;
        Highlight.Look look = highlight.look(target.image, pick.plane());
        StatusLine.show("looking...");
        worker.execute(() -> find(target, pick, look, by));
    }

    private void find(Target target, Pick pick, Highlight.Look look, Settings by) {
        if (!target.isThere()) {
            return;
        }
        try {
            PickSearch.Found found =
                    PickSearch.find(
                            target.image,
                            pick,
                            by,
                            new StatusBar(() -> target.image.getWindow() == null));
            EventQueue.invokeLater(() -> show(target, pick, look, found));
        } catch (CancellationException e) {
            StatusLine.show("canceled");
        } catch (RuntimeException | Error e) {
            Failure.tell(ObjectPickerTool.NAME, Failure.message(e));
        } finally {
            StatusLine.clear();
        }
    }

    private void show(Target target, Pick pick, Highlight.Look look, PickSearch.Found found) {
        if (!target.isThere()) {
            StatusLine.show("the image was closed or changed meanwhile");
            return;
        }
        highlight.know(look, found.everything());
        found.object()
                .ifPresentOrElse(
                        object -> show(target, pick, object, found.by()),
                        () -> StatusLine.show(NOTHING));
    }

    private void show(Target target, Pick pick, SegmentedObject object, Settings by) {
        Picks picks = picks(target.image);
        boolean grows = picks.has(target.number, target.plane);
        if (grows) {
            picks.grow(target.number.getAsInt(), object.mask(), target.plane);
        } else {
            target.number = OptionalInt.of(begin(target, pick, object, by));
        }
        highlight.hide();
        StatusLine.show(
                name(target.number)
                        + (grows ? " has grown: " : ": ")
                        + picks.text(target.number.getAsInt(), target.plane));
    }

    /** NB: a box shows more closely what is in it than an outline that is there. */
    private int begin(Target target, Pick pick, SegmentedObject object, Settings by) {
        Picks picks = picks(target.image);
        Optional<Roi> same = picks.same(target.plane, object.mask());
        boolean isNew = same.isEmpty() || OwnRois.pick(same.get()).isEmpty();
        int number = same.map(picks::take).orElseGet(() -> picks.add(object, target.plane));
        if (isNew || pick.isBox()) {
            PickRecord.write(target.image, pick, by);
        }
        if (same.isPresent() && pick.isBox()) {
            picks.reshape(number, object, target.plane);
        }
        return number;
    }

    /** Keeps no image that was closed in memory, and no objects of pixels that were changed. */
    private final class Changes implements ImageListener {

        @Override
        public void imageClosed(ImagePlus image) {
            EventQueue.invokeLater(
                    () -> {
                        highlight.forget(image);
                        last = last.filter(target -> target.image != image);
                    });
        }

        @Override
        public void imageOpened(ImagePlus image) {}

        @Override
        public void imageUpdated(ImagePlus image) {
            EventQueue.invokeLater(() -> highlight.forget(image));
        }
    }
}
