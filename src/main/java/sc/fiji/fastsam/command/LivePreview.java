package sc.fiji.fastsam.command;

import ij.ImagePlus;
import java.awt.EventQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import sc.fiji.fastsam.concurrent.Daemons;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.ImageSegmenter;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.engine.SelectedArea;
import sc.fiji.fastsam.engine.StainHint;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.host.Failure;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.PreviewOverlay;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.segment.Prediction;
import sc.fiji.fastsam.segment.Segmenter;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Shows outlines on the visible part of an image while a user tries settings. The network runs once
 * for as long as what it reads stays the same; other settings only choose anew. Where the whole
 * plane is visible, the run that follows need not run the network. Never blocks the calling thread;
 * a new request ends the one before. Thread-safe.
 */
final class LivePreview implements AutoCloseable {

    private final ImagePlus image;
    private final PreviewOverlay overlay;
    private final BiConsumer<String, String> messages;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Daemons.named("FastSAM preview"));
    private final AtomicInteger latest = new AtomicInteger();
    private final AtomicBoolean stale = new AtomicBoolean();
    private volatile Shown shown = Shown.NOTHING;
    private volatile Region readable;
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private PreviewKey key;
    private Prediction prediction;
    private boolean gray;

    /**
     * A preview on an image, which is left with the user's overlay when closed.
     *
     * @param messages told key and text: "preview" with what is shown or goes wrong, and the
     *     diameter, on the preview's thread
     */
    public LivePreview(ImagePlus image, BiConsumer<String, String> messages) {
        this.image = image;
        this.overlay = new PreviewOverlay(image);
        this.messages = messages;
    }

    /**
     * Shows the objects by these settings as soon as they are found; does nothing where these are
     * shown, or are looked for.
     */
    public void show(ImageTask asked, Segmenters.Request request) {
        if (asked.prompts().isPresent()) {
            say("working...");
            int number = latest.incrementAndGet();
            begin(() -> answer(asked, request, number));
            return;
        }
        ImageTask task = asked.in(image);
        SelectedArea area = SelectedArea.of(image, task.insideSelection());
        readable = area.reading(area.margin());
        PreviewKey wanted =
                new PreviewKey(
                        Viewport.of(image, readable),
                        PlanePosition.of(image),
                        task.planes().channel(),
                        task.segmentation().input(),
                        task.segmentation().scale(),
                        request);
        Shown next = new Shown(wanted, task.segmentation(), area.inside());
        if (next.equals(shown)) {
            // NB: the dialog may have told of a wrong value meanwhile, or be another one.
            said.forEach(messages);
            return;
        }
        shown = next;
        say("working...");
        int number = latest.incrementAndGet();
        begin(() -> find(wanted, task, area, number));
    }

    /** NB: another thread may have closed it meanwhile. */
    private void begin(Runnable search) {
        try {
            worker.execute(search);
        } catch (RejectedExecutionException e) {
            hide();
        }
    }

    private void say(String text) {
        say("preview", text);
    }

    private void say(String key, String text) {
        said.put(key, String.valueOf(text));
        messages.accept(key, text);
    }

    /** What the window shows, where the outlines are not for all of it; else a constant. */
    Object beyond() {
        PreviewKey known = shown.key();
        if (known == null) {
            return "";
        }
        Region seen = Viewport.of(image, readable);
        return known.part().intersection(seen).equals(seen) ? "" : seen;
    }

    /** What is shown may be of other pixels: the next request is looked at anew. */
    public void forget() {
        shown = Shown.NOTHING;
        stale.set(true);
    }

    /** Takes the outlines off: see {@link PreviewOverlay}. */
    public void hide() {
        latest.incrementAndGet();
        shown = Shown.NOTHING;
        overlay.hide();
    }

    @Override
    public void close() {
        hide();
        worker.shutdown();
    }

    private void find(PreviewKey wanted, ImageTask task, SelectedArea area, int number) {
        if (number != latest.get()) {
            return;
        }
        Progress progress = new Superseded(latest, number);
        try {
            Segmentation found =
                    Segmenters.shared()
                            .use(
                                    wanted.request(),
                                    progress,
                                    network -> find(network, wanted, task, area, progress));
            EventQueue.invokeLater(() -> draw(found, wanted, area.inside().isPresent(), number));
        } catch (CancellationException e) {
            // NB: a newer request or the end of the preview; nothing to say.
        } catch (ModelException | RuntimeException | Error e) {
            shown = Shown.NOTHING;
            say(Failure.message(e));
        }
    }

    private Segmentation find(
            Segmenter network,
            PreviewKey wanted,
            ImageTask task,
            SelectedArea area,
            Progress progress) {
        SegmentationSettings settings = area.reading(task.segmentation());
        if (stale.getAndSet(false) || !wanted.equals(key)) {
            key = null;
            RgbPlane plane = plane(wanted);
            prediction = network.predict(plane, settings, progress);
            gray = plane.isGray();
            key = wanted;
        }
        Segmentation read = network.assemble(prediction, settings);
        return StainHint.of(area.choose(read, wanted.part(), task.segmentation()), gray);
    }

    /** NB: a large plane is read in parts, and a part is a copy. */
    private RgbPlane plane(PreviewKey wanted) {
        RgbPlane plane =
                Planes.ofAnySize(image, wanted.position(), wanted.channel(), wanted.input());
        boolean whole = wanted.part().equals(Region.of(plane.size()));
        return whole ? plane : plane.crop(wanted.part());
    }

    private void draw(Segmentation found, PreviewKey of, boolean selected, int number) {
        if (number != latest.get()) {
            return;
        }
        List<SegmentedObject> objects = found.objects();
        RoiPlace place = RoiPlace.of(image, of.position());
        overlay.show(
                drawn -> {
                    // NB: what an earlier run left goes, as it will when this one runs.
                    OwnRois.remove(drawn, OwnRois.EVERYTHING, place);
                    Overlays.addTo(drawn, objects, place);
                });
        boolean whole = of.part().equals(Region.of(found.size()));
        String part = whole ? "" : selected ? "the selection" : "the visible part";
        String where = ShownPart.text(part, image, of.position(), of.channel());
        say(
                Counted.objects(objects.size())
                        + where
                        + ShownPart.leftOut(found.summary())
                        + LabelNote.brief(image));
        boolean automatic = of.scale().diameter().isAutomatic();
        tellDiameter(found.summary(), automatic ? "automatic: " : "found: ");
    }

    private void tellDiameter(RunSummary summary, String how) {
        String text = FoundSizes.of(summary.sizes(), image).text();
        say("from_line", text.isEmpty() ? "" : how + text);
    }

    /** Prompts choose among the objects of the whole plane. */
    private void answer(ImageTask task, Segmenters.Request request, int number) {
        if (number != latest.get()) {
            return;
        }
        try {
            ImageObjects found =
                    new ImageSegmenter(Segmenters.shared().planes(request))
                            .segment(image, task, new Superseded(latest, number));
            EventQueue.invokeLater(() -> draw(found, number));
        } catch (CancellationException e) {
            // NB: a newer request or the end of the preview; nothing to say.
        } catch (RuntimeException | Error e) {
            say(Failure.message(e));
        }
    }

    private void draw(ImageObjects found, int number) {
        if (number == latest.get()) {
            overlay.show(
                    drawn -> {
                        found.planes()
                                .forEach(
                                        p ->
                                                OwnRois.remove(
                                                        drawn, found.kind(), p.plane().place()));
                        found.addTo(drawn);
                    });
            say(found + LabelNote.brief(image));
            tellDiameter(found.summary(), "of these: ");
        }
    }

    /** Canceled as soon as a request is not the latest any more. */
    private record Superseded(AtomicInteger latest, int number) implements Progress {

        @Override
        public void update(long done, long total, String task) {}

        @Override
        public boolean isCanceled() {
            return latest.get() != number;
        }
    }

    /**
     * What decides the outlines. NB: two selections of the same pixels count as two.
     *
     * @param key nothing where there are none
     * @param inside the area that the objects must lie in
     */
    private record Shown(PreviewKey key, SegmentationSettings settings, Optional<Mask> inside) {

        private static final Shown NOTHING = new Shown(null, null, Optional.empty());
    }
}
