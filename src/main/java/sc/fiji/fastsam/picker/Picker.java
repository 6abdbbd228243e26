package sc.fiji.fastsam.picker;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import sc.fiji.fastsam.host.Failure;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.Settings;

/**
 * What clicks and boxes do: each begins an object, adds to the one begun last, or takes from it.
 * Called on the event thread, which never waits: the network runs on another, and objects come in
 * the order of the clicks. Escape cancels what is being looked for.
 */
final class Picker {

    private final ExecutorService worker = Executors.newSingleThreadExecutor(Picker::daemon);
    private final Highlight highlight = new Highlight();
    private Settings settings = Settings.DEFAULT;
    private Optional<Target> last = Optional.empty();

    /** The object that a click or box began. */
    private static final class Target {

        private final ImagePlus image;
        private volatile Pick pick;
        private OptionalInt number;

        Target(ImagePlus image, Pick pick, OptionalInt number) {
            this.image = image;
            this.pick = pick;
            this.number = number;
        }

        boolean isOn(ImagePlus other, PlanePosition plane) {
            return image == other && pick.plane().equals(plane);
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

    /** Picks the object at a point; one that is picked already becomes the last one. */
    void pick(ImagePlus image, double x, double y) {
        PlanePosition plane = PlanePosition.of(image);
        Target target = new Target(image, Pick.on(plane).at(x, y), at(image, x, y));
        last = Optional.of(target);
        if (target.number.isPresent()) {
            StatusLine.show(
                    name(target.number.getAsInt())
                            + " is picked. Shift+click adds to it, Alt+click takes it out.");
        } else {
            highlight
                    .surely(image, target.pick)
                    .ifPresentOrElse(object -> show(target, object), () -> ask(target));
        }
    }

    /** Says that a point belongs to the last object too. */
    void add(ImagePlus image, double x, double y) {
        extend(image, pick -> pick.at(x, y));
    }

    /** Picks the object in a box. */
    void pick(ImagePlus image, Rectangle2D box) {
        Pick pick = Pick.on(PlanePosition.of(image)).in(box);
        Target target = new Target(image, pick, OptionalInt.empty());
        last = Optional.of(target);
        ask(target);
    }

    /** Says that what is in a box belongs to the last object too. */
    void add(ImagePlus image, Rectangle2D box) {
        extend(image, pick -> pick.in(box));
    }

    private void extend(ImagePlus image, UnaryOperator<Pick> more) {
        PlanePosition plane = PlanePosition.of(image);
        Target target =
                last.filter(t -> t.isOn(image, plane))
                        .orElseGet(() -> new Target(image, Pick.on(plane), OptionalInt.empty()));
        last = Optional.of(target);
        target.pick = more.apply(target.pick);
        ask(target);
    }

    /** Says that a point is not on the last object; of another object, takes it out. */
    void subtract(ImagePlus image, double x, double y) {
        OptionalInt there = at(image, x, y);
        Optional<Target> target = last.filter(t -> t.isOn(image, PlanePosition.of(image)));
        if (there.isPresent() && (target.isEmpty() || !there.equals(target.get().number))) {
            remove(image, there.getAsInt());
        } else if (target.isPresent()) {
            target.get().pick = target.get().pick.notAt(x, y);
            ask(target.get());
        } else {
            StatusLine.show("no picked object there");
        }
    }

    /** Takes the object of the highest number out. */
    void removeLast(ImagePlus image) {
        int[] numbers = Picks.of(image).numbers();
        if (numbers.length == 0) {
            StatusLine.show("no object was picked on " + image.getTitle());
        } else {
            remove(image, numbers[numbers.length - 1]);
        }
    }

    private void remove(ImagePlus image, int number) {
        Picks.of(image).remove(number);
        last = Optional.empty();
        StatusLine.show(name(number) + " was taken out");
    }

    private static OptionalInt at(ImagePlus image, double x, double y) {
        return Picks.of(image)
                .at(PlanePosition.of(image), (int) Math.floor(x), (int) Math.floor(y));
    }

    private static String name(int number) {
        return "object " + number;
    }

    private void ask(Target target) {
        Pick pick = target.pick;
        Settings by = settings;
        StatusLine.show("looking...");
        worker.execute(() -> find(target, pick, by));
    }

    private void find(Target target, Pick pick, Settings by) {
        if (target.pick != pick) {
            return;
        }
        try {
            PickSearch.Found found =
                    PickSearch.find(target.image, pick, by, new StatusBar(target.image));
            EventQueue.invokeLater(() -> show(target, pick, found));
        } catch (CancellationException e) {
            StatusLine.show("canceled");
        } catch (RuntimeException | Error e) {
            Failure.tell(ObjectPickerTool.NAME, Failure.message(e));
        } finally {
            StatusLine.clear();
        }
    }

    private void show(Target target, Pick pick, PickSearch.Found found) {
        if (target.image.getProcessor() == null) {
            return;
        }
        highlight.know(target.image, pick.plane(), found.everything());
        if (target.pick == pick) {
            found.object()
                    .ifPresentOrElse(object -> show(target, object), () -> showNothing(target));
        }
    }

    private void show(Target target, SegmentedObject object) {
        Picks picks = new Picks(target.image, settings.get(OutputKeys.ROIS));
        PlanePosition plane = target.pick.plane();
        if (target.number.isPresent()) {
            picks.replace(target.number.getAsInt(), object, plane);
        } else {
            OptionalInt same = picks.same(plane, object.mask());
            target.number = OptionalInt.of(same.orElseGet(() -> picks.add(object, plane)));
        }
        StatusLine.show(
                String.format(
                        Locale.ROOT,
                        "%s: %s, score %.2f",
                        name(target.number.getAsInt()),
                        Counted.text(object.mask().area(), "pixel"),
                        object.score()));
    }

    private void showNothing(Target target) {
        if (target.number.isPresent() && !target.pick.prompts().background().isEmpty()) {
            remove(target.image, target.number.getAsInt());
        } else {
            StatusLine.show(
                    "no object there. Draw a box around it, or set the diameter (options).");
        }
    }

    private static Thread daemon(Runnable run) {
        Thread thread = new Thread(run, "FastSAM object picker");
        thread.setDaemon(true);
        return thread;
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

    /** ImageJ's status bar; Escape cancels, and the end of the image. */
    private static final class StatusBar implements Progress {

        private final ImagePlus image;

        StatusBar(ImagePlus image) {
            this.image = image;
            IJ.resetEscape();
        }

        @Override
        public void update(int done, int total, String task) {
            StatusLine.show(task + " (Esc cancels)");
            if (total > 0) {
                IJ.showProgress(done, total);
            }
        }

        @Override
        public boolean isCanceled() {
            return IJ.escapePressed() || image.getWindow() == null;
        }
    }
}
