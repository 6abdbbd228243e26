package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.ImageCanvas;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.imagej.SampleImage;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.settings.SettingKeys;
import sc.fiji.fastsam.settings.Settings;

class LivePreviewTest {

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    /** NB: of such an image only parts can be read: as a whole it has no pixels. */
    @Test
    void aPlaneThatIsTooLargeIsReadInParts() throws Exception {
        Path coins = Path.of("src", "test", "resources", "images", "coins.png");
        try (LivePreview preview = preview(ImageFiles.openInParts(coins))) {
            assertEquals("working...", next());
            assertTrue(next().matches("2\\d objects"));
        }
    }

    /** NB: of one of its colors, or without any, it is a gray plane, which has no stains. */
    @Test
    void aStainIsNamedWhereARunNamesIt() throws Exception {
        ImagePlus section = SampleImage.open("ihc.png");
        ImageProcessor gray = section.getProcessor().convertToByte(true).convertToRGB();
        String left = "smaller things were left out: see Sizes of objects";
        assertTrue(told(section, "").contains(left + ", or of a section Stain,"));
        assertTrue(told(section, "channel=2").contains(left + " in More settings"));
        assertTrue(told(new ImagePlus("gray", gray), "").contains(left + " in More settings"));
    }

    /** NB: on another thread, while the preview asks what the window shows. */
    @Test
    void aWindowMayCloseAtAnyMoment() throws Exception {
        ImagePlus image =
                new ImagePlus("closing.tif", IJ.createImage("", "8-bit", 60, 50, 1).getStack()) {
                    private ImageCanvas canvas = new ImageCanvas(this);

                    @Override
                    public ImageCanvas getCanvas() {
                        ImageCanvas now = canvas;
                        canvas = null;
                        return now;
                    }
                };
        try (LivePreview preview = preview(image)) {
            assertEquals("working...", next());
            assertEquals("", preview.beyond());
        }
    }

    private String told(ImagePlus image, String settings) throws Exception {
        Settings asked = Settings.parse(settings, SettingKeys.all(), "");
        try (LivePreview preview = new LivePreview(image, this::hear)) {
            preview.show(ImageTask.of(asked), request());
            assertEquals("working...", next());
            return next();
        }
    }

    @Test
    void whereTheMemoryIsNotEnoughItIsSaidAndLookedForAnewTheNextTime() throws Exception {
        ImagePlus image = new ImagePlus("large.tif", new TooLarge());
        try (LivePreview preview = preview(image)) {
            assertEquals("working...", next());
            assertTrue(next().startsWith("ImageJ has run out of memory. Give it more"));
            preview.show(ImageTask.of(Settings.DEFAULT), request());
            assertEquals("working...", next());
        }
    }

    /** NB: the thread that asks may not know yet that another has ended it. */
    @Test
    void afterItsEndItShowsNothing() {
        ImagePlus image = new ImagePlus("small.tif", new ByteProcessor(60, 50));
        LivePreview preview = preview(image);
        preview.close();
        preview.show(ImageTask.of(Settings.DEFAULT), request());
        assertNull(image.getOverlay());
    }

    /** NB: as where its host gives a command up while the dialog tells of a change. */
    @Test
    void ofAFormThatWasClosedNoneBegins() {
        ImagePlus image = new ImagePlus("small.tif", new ByteProcessor(60, 50));
        FormPreview form = new FormPreview();
        LivePreview first = on(form, image).orElseThrow();
        assertSame(first, on(form, image).orElseThrow());
        form.end();
        assertNotSame(first, on(form, image).orElseThrow());
        form.close();
        assertTrue(on(form, image).isEmpty());
        form.open();
        assertTrue(on(form, image).isPresent());
        form.close();
    }

    private static Optional<LivePreview> on(FormPreview form, ImagePlus image) {
        return form.on(image, (key, text) -> {}, () -> "", () -> {});
    }

    private LivePreview preview(ImagePlus image) {
        LivePreview preview = new LivePreview(image, this::hear);
        preview.show(ImageTask.of(Settings.DEFAULT), request());
        return preview;
    }

    private void hear(String key, String text) {
        if (key.equals("preview")) {
            said.add(text);
        }
    }

    private static Segmenters.Request request() {
        return Segmenters.Request.of(Settings.DEFAULT);
    }

    private String next() throws InterruptedException {
        return String.valueOf(said.poll(1, TimeUnit.MINUTES));
    }

    /** A plane that does not fit into the memory when the preview reads it. */
    private static final class TooLarge extends VirtualStack {

        private boolean isShown;

        TooLarge() {
            super(60, 50, null, null);
            addSlice("1");
            addSlice("2");
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            if (isShown) {
                throw new OutOfMemoryError("Java heap space");
            }
            isShown = true;
            return new ByteProcessor(60, 50);
        }
    }
}
