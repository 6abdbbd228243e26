package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.roi.Overlays;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.segment.Prediction;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.segment.Segmenter;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * Shows outlines on the visible part of an image while a user tries settings. The network runs once
 * for as long as what it reads stays the same; other settings only choose anew. Where the whole
 * plane is visible, the run that follows need not run the network. Never blocks the calling thread;
 * a new request ends the one before. Thread-safe.
 */
final class LivePreview implements AutoCloseable {

    private final ImagePlus image;
    private final Overlay before;
    private final Consumer<String> messages;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(LivePreview::daemon);
    private final AtomicInteger latest = new AtomicInteger();
    private PreviewKey key;
    private Prediction prediction;

    /**
     * A preview on an image, whose overlay it puts back when closed.
     *
     * @param messages told what goes wrong, on the preview's thread
     */
    public LivePreview(ImagePlus image, Consumer<String> messages) {
        this.image = image;
        this.before = image.getOverlay();
        this.messages = messages;
    }

    /** Shows the objects by these settings as soon as they are found. */
    public void show(ImageTask asked, Segmenters.Request request) {
        ImageTask task = asked.in(image);
        int number = latest.incrementAndGet();
        PreviewKey wanted =
                new PreviewKey(
                        visible(),
                        PlanePosition.of(image),
                        task.planes().channel(),
                        task.segmentation().input(),
                        task.segmentation().scale(),
                        request);
        worker.execute(() -> find(wanted, task, number));
    }

    /** Takes the outlines off; the overlay is the one from before. */
    public void hide() {
        latest.incrementAndGet();
        image.setOverlay(before);
    }

    @Override
    public void close() {
        hide();
        worker.shutdown();
    }

    private void find(PreviewKey wanted, ImageTask task, int number) {
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
                                    network -> find(network, wanted, task, progress));
            EventQueue.invokeLater(() -> draw(found, wanted, number));
        } catch (CancellationException e) {
            // NB: a newer request or the end of the preview; nothing to say.
            return;
        } catch (ModelException | RuntimeException e) {
            messages.accept(e.getMessage());
        }
    }

    private Segmentation find(
            Segmenter network, PreviewKey wanted, ImageTask task, Progress progress) {
        if (!wanted.equals(key)) {
            RgbImage planes =
                    Planes.of(image, wanted.position(), wanted.channel(), wanted.input())
                            .crop(wanted.part());
            prediction = network.predict(planes, task.segmentation(), progress);
            key = wanted;
        }
        return network.assemble(prediction, task.segmentation());
    }

    private void draw(Segmentation found, PreviewKey shown, int number) {
        if (number != latest.get()) {
            return;
        }
        List<SegmentedObject> objects = new ArrayList<>();
        for (SegmentedObject object : found.objects()) {
            objects.add(
                    new SegmentedObject(
                            object.mask().translate(shown.part().x(), shown.part().y()),
                            object.boxInSource().translate(shown.part().x(), shown.part().y()),
                            object.score()));
        }
        Overlay overlay = before == null ? new Overlay() : before.duplicate();
        Overlays.addTo(overlay, objects, RoiPlace.of(image, shown.position()));
        image.setOverlay(overlay);
        messages.accept(objects.size() + " objects in the visible part");
    }

    /** What the window shows of the image, and of an area selection. */
    private Region visible() {
        Region whole = new Region(0, 0, image.getWidth(), image.getHeight());
        Rectangle window = image.getCanvas() == null ? null : image.getCanvas().getSrcRect();
        Region part = window == null ? whole : region(window).intersection(whole);
        Roi roi = image.getRoi();
        Region selected = roi != null && roi.isArea() ? region(roi.getBounds()) : whole;
        Region both = part.intersection(selected);
        return both.isEmpty() ? part : both;
    }

    private static Region region(Rectangle r) {
        return new Region(r.x, r.y, r.width, r.height);
    }

    private static Thread daemon(Runnable run) {
        Thread thread = new Thread(run, "FastSAM preview");
        thread.setDaemon(true);
        return thread;
    }

    /** Canceled as soon as a request is not the latest any more. */
    private record Superseded(AtomicInteger latest, int number) implements Progress {

        @Override
        public void update(int done, int total, String task) {}

        @Override
        public boolean isCanceled() {
            return latest.get() != number;
        }
    }

    /**
     * What decides the network's raw result.
     *
     * @param part of the plane, in source pixels
     * @param position of the plane
     * @param channel that is read
     * @param input contrast
     * @param scale size at the network
     * @param request network and device
     */
    private record PreviewKey(
            Region part,
            PlanePosition position,
            ChannelSource channel,
            InputSettings input,
            ScaleSettings scale,
            Segmenters.Request request) {}
}
