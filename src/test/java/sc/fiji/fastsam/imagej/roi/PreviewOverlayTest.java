package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PreviewOverlayTest {

    private final ImagePlus image = IJ.createImage("x", "8-bit black", 50, 40, 1);
    private final PreviewOverlay preview = new PreviewOverlay(image);

    @Test
    void theUsersOverlayIsPutBackItself() {
        Overlay mine = new Overlay(region("mine", 1));
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertEquals("mine outline", names());
        preview.show(drawn -> drawn.add(region("other outline", 8)));
        assertEquals("mine other outline", names());
        preview.hide();
        assertSame(mine, image.getOverlay());
        assertEquals("mine", names());
    }

    @Test
    void whatTheUserAddsMeanwhileStaysWhenThePreviewChangesAndEnds() {
        image.setOverlay(new Overlay(region("mine", 1)));
        preview.show(drawn -> drawn.add(region("outline", 9)));
        // NB: of the same bounds as the outline, which to ImageJ is equal.
        image.getOverlay().add(region("added", 9));
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertEquals("mine added outline", names());
        preview.hide();
        assertEquals("mine added", names());
    }

    @Test
    void whatTheUserHasHiddenIsNotShownAndStaysHidden() {
        image.setOverlay(new Overlay(region("mine", 1)));
        image.setHideOverlay(true);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertEquals("outline", names());
        assertFalse(image.getHideOverlay());
        preview.show(drawn -> drawn.add(region("other outline", 8)));
        assertEquals("other outline", names());
        preview.hide();
        assertTrue(image.getHideOverlay());
        assertEquals("mine", names());
    }

    /** NB: as ImageJ shows a hidden overlay that something is added to. */
    @Test
    void whatIsAddedToAHiddenOverlayShowsIt() {
        image.setOverlay(new Overlay(region("mine", 1)));
        image.setHideOverlay(true);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.getOverlay().add(region("added", 2));
        image.setOverlay(image.getOverlay());
        preview.show(drawn -> drawn.add(region("other outline", 8)));
        assertEquals("mine added other outline", names());
        preview.hide();
        assertFalse(image.getHideOverlay());
        assertEquals("mine added", names());
    }

    @Test
    void whatTheUserHidesOrShowsMeanwhileStaysSo() {
        image.setOverlay(new Overlay(region("mine", 1)));
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.setHideOverlay(true);
        preview.hide();
        assertTrue(image.getHideOverlay());
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.setOverlay(new Overlay(region("other", 2)));
        preview.hide();
        assertFalse(image.getHideOverlay());
        assertEquals("other", names());
    }

    @Test
    void whatTheUserAddsToAnImageWithoutOverlayStays() {
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.getOverlay().add(region("added", 1));
        preview.hide();
        assertEquals("added", names());
    }

    /** NB: as a script does that asked for the overlay before the preview changed. */
    @Test
    void theOverlayIsTheSameForAsLongAsThePreviewShows() {
        image.setOverlay(new Overlay(region("mine", 1)));
        preview.show(drawn -> drawn.add(region("outline", 9)));
        Overlay got = image.getOverlay();
        preview.show(drawn -> replaceFirst(drawn, region("other outline", 8)));
        assertEquals("other outline", names());
        got.add(region("added", 2));
        assertEquals("added other outline", names());
        preview.hide();
        assertEquals("mine added", names());
    }

    @Test
    void whatIsDoneToTheUsersOverlayItselfIsSeenWhenThePreviewChanges() {
        Overlay mine = new Overlay(region("mine", 1));
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        mine.add(region("added there", 3));
        mine.setLabelColor(Color.RED);
        preview.show(drawn -> drawn.add(region("other outline", 8)));
        assertEquals("mine added there other outline", names());
        assertEquals(Color.RED, image.getOverlay().getLabelColor());
    }

    @Test
    void aPreviewThatFailsLeavesTheOneBefore() {
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertThrows(
                IllegalStateException.class,
                () ->
                        preview.show(
                                drawn -> {
                                    throw new IllegalStateException();
                                }));
        assertEquals("outline", names());
        preview.hide();
        assertNull(image.getOverlay());
    }

    @Test
    void whatTheUserTakesOutMeanwhileIsGone() {
        image.setOverlay(new Overlay(region("mine", 1)));
        image.getOverlay().add(region("twin", 1));
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.getOverlay().remove(1);
        preview.hide();
        assertEquals("mine", names());
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.setOverlay(null);
        preview.hide();
        assertNull(image.getOverlay());
    }

    /** NB: as a script does that made the overlay. */
    @Test
    void whatIsDoneToTheUsersOverlayItselfMeanwhileStays() {
        Overlay mine = new Overlay(region("mine", 1));
        mine.add(region("other", 2));
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        mine.add(region("added there", 3));
        mine.remove(0);
        mine.drawLabels(true);
        image.getOverlay().add(region("added here", 4));
        preview.hide();
        assertSame(mine, image.getOverlay());
        assertEquals("other added here added there", names());
        assertTrue(mine.getDrawLabels());
    }

    @Test
    void whatAScriptReplacesInTheUsersOverlayKeepsItsPlace() {
        Overlay mine = new Overlay(region("mine", 1));
        mine.add(region("above", 2));
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        mine.set(region("replaced", 3), 0);
        preview.hide();
        assertEquals("replaced above", names());
    }

    @Test
    void whatThePreviewHidesComesBack() {
        image.setOverlay(new Overlay(region("of an earlier run", 1)));
        preview.show(
                drawn -> {
                    drawn.remove(0);
                    drawn.add(region("outline", 9));
                });
        assertEquals("outline", names());
        preview.hide();
        assertEquals("of an earlier run", names());
    }

    @Test
    void anOverlayThatTookItsPlaceStays() {
        preview.show(drawn -> drawn.add(region("outline", 9)));
        Overlay theirs = new Overlay(region("theirs", 3));
        image.setOverlay(theirs);
        preview.hide();
        assertSame(theirs, image.getOverlay());
        assertEquals("theirs", names());
    }

    /** NB: a run shows its outlines in a copy of the overlay. */
    @Test
    void aCopyOfTheOverlayHasWhatTheUserPutThereAlone() {
        image.setOverlay(new Overlay(region("mine", 1)));
        preview.show(
                drawn -> {
                    drawn.remove(0);
                    drawn.add(region("outline", 9));
                });
        image.setOverlay(image.getOverlay().duplicate());
        assertEquals("mine", names());
        preview.hide();
        assertEquals("mine", names());
    }

    @Test
    void theImageIsSavedWithoutTheOutlines() {
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertNull(saved().getOverlay());
        image.getOverlay().add(region("mine", 1));
        Overlay read = saved().getOverlay();
        assertEquals(1, read.size());
        assertEquals("mine", read.get(0).getName());
    }

    private ImagePlus saved() {
        return new Opener().deserialize(new FileSaver(image).serialize());
    }

    @Test
    void theWindowDrawsTheOutlinesAndNotWhatThePreviewHides() throws Exception {
        image.setOverlay(new Overlay(region("of an earlier run", 1)));
        preview.show(
                drawn -> {
                    drawn.remove(0);
                    drawn.add(region("outline", 9));
                });
        image.getOverlay().add(region("added", 20));
        BufferedImage screen = painted();
        assertEquals(Color.YELLOW.getRGB(), screen.getRGB(9, 2));
        assertEquals(Color.YELLOW.getRGB(), screen.getRGB(20, 2));
        assertEquals(Color.BLACK.getRGB(), screen.getRGB(1, 2));
        preview.hide();
        screen = painted();
        assertEquals(Color.BLACK.getRGB(), screen.getRGB(9, 2));
        assertEquals(Color.YELLOW.getRGB(), screen.getRGB(1, 2));
    }

    /** What a canvas paints, as windows do. */
    private BufferedImage painted() throws Exception {
        return painted(new UnbufferedCanvas(image));
    }

    private static BufferedImage painted(ImageCanvas canvas) throws Exception {
        BufferedImage screen = new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB);
        EventQueue.invokeAndWait(() -> canvas.paint(screen.createGraphics()));
        return screen;
    }

    @Test
    void aClickFindsTheUsersRegionsUnderTheOutlines() throws Exception {
        Overlay mine = new Overlay(region("mine", 1));
        mine.drawLabels(true);
        for (int x = 30; x < 40; x++) {
            mine.add(region("of an earlier run", x));
        }
        image.setOverlay(mine);
        preview.show(
                drawn -> {
                    while (drawn.size() > 1) {
                        drawn.remove(1);
                    }
                    drawn.add(region("outline", 2));
                    drawn.add(region("other outline", 9));
                });
        ImageCanvas canvas = new UnbufferedCanvas(image);
        painted(canvas);
        assertEquals("mine", clicked(canvas, 4, 4));
        assertNull(clicked(canvas, 11, 4));
        assertNull(clicked(canvas, 32, 4));
        preview.hide();
        painted(canvas);
        assertEquals("of an earlier run", clicked(canvas, 32, 4));
    }

    /** NB: the canvas knows the labels of what it painted alone. */
    @Test
    void aClickBeforeTheOutlinesArePaintedFindsNothing() throws Exception {
        Overlay mine = new Overlay(region("mine", 1));
        mine.drawLabels(true);
        image.setOverlay(mine);
        ImageCanvas canvas = new UnbufferedCanvas(image);
        painted(canvas);
        for (int x : new int[] {9, 15}) {
            preview.show(
                    drawn -> {
                        for (int i = 0; i < x; i++) {
                            drawn.add(region("outline", x));
                        }
                    });
            assertNull(clicked(canvas, x + 2, 4));
            painted(canvas);
            assertEquals("mine", clicked(canvas, 3, 4));
        }
    }

    /** The name of the region that a long press in the middle of a pixel selects; null for none. */
    private String clicked(ImageCanvas canvas, int x, int y) throws Exception {
        Method press =
                ImageCanvas.class.getDeclaredMethod("activateOverlayRoi", int.class, int.class);
        press.setAccessible(true);
        image.deleteRoi();
        AtomicReference<Object> result = new AtomicReference<>();
        EventQueue.invokeAndWait(
                () -> result.set(assertDoesNotThrow(() -> press.invoke(canvas, x, y))));
        assertEquals(image.getRoi() != null, result.get());
        return image.getRoi() == null ? null : image.getRoi().getName();
    }

    /** NB: without a window there is no buffer to paint into first. */
    private static final class UnbufferedCanvas extends ImageCanvas {

        private static final long serialVersionUID = 1L;

        UnbufferedCanvas(ImagePlus image) {
            super(image);
        }

        @Override
        public Image createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }
    }

    @Test
    void aPictureHasWhatTheUserPutThereAloneOnAnyThread() throws Exception {
        image.setOverlay(new Overlay(region("mine", 1)));
        preview.show(
                drawn -> {
                    drawn.remove(0);
                    drawn.add(region("outline", 9));
                });
        AtomicReference<ImagePlus> picture = new AtomicReference<>();
        EventQueue.invokeAndWait(() -> picture.set(image.flatten()));
        for (ImagePlus flat : List.of(picture.get(), image.flatten())) {
            assertEquals(Color.YELLOW.getRGB(), flat.getProcessor().getPixel(1, 2) | 0xff << 24);
            assertEquals(Color.BLACK.getRGB(), flat.getProcessor().getPixel(9, 2) | 0xff << 24);
        }
        assertEquals(Color.YELLOW.getRGB(), painted().getRGB(9, 2));
    }

    @Test
    void optionsOfTheOverlayStay() {
        Overlay mine = new Overlay(region("mine", 1));
        mine.drawLabels(true);
        mine.setLabelColor(Color.RED);
        mine.selectable(false);
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertEquals(Color.RED, image.getOverlay().getLabelColor());
        assertFalse(image.getOverlay().isSelectable());
        image.getOverlay().setLabelColor(Color.BLUE);
        preview.hide();
        assertTrue(mine.getDrawLabels());
        assertEquals(Color.BLUE, mine.getLabelColor());
    }

    /** NB: a window takes the labels off while the ROI Manager shows all. */
    @Test
    void anOptionOfTheUsersOverlayStaysWhereTheWindowChangesAnother() {
        Overlay mine = new Overlay(region("mine", 1));
        mine.drawLabels(true);
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        mine.setLabelColor(Color.RED);
        mine.setLabelFont(new Font("SansSerif", Font.PLAIN, 9), true);
        image.getOverlay().drawLabels(false);
        preview.hide();
        assertFalse(mine.getDrawLabels());
        assertEquals(Color.RED, mine.getLabelColor());
        assertEquals(9, mine.getLabelFont().getSize());
        assertTrue(mine.scalableLabels());
    }

    /** NB: as the picker's tool makes the overlay while a button is down. */
    @Test
    void anOverlayThatIsNotSelectableForAMomentIsSoAgain() {
        Overlay mine = new Overlay(region("mine", 1));
        image.setOverlay(mine);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        image.getOverlay().selectable(false);
        preview.hide();
        assertTrue(mine.isSelectable());
    }

    @Test
    void anOverlayThatAScriptKeptShowsNothingMoreAfterwards() {
        preview.show(drawn -> drawn.add(region("outline", 9)));
        Overlay kept = image.getOverlay();
        preview.hide();
        image.setOverlay(kept);
        assertEquals("", names());
    }

    @Test
    void twoPreviewsOfOneImageLeaveNothing() {
        PreviewOverlay other = new PreviewOverlay(image);
        preview.show(drawn -> drawn.add(region("outline", 9)));
        assertFalse(other.isFree());
        other.show(drawn -> drawn.add(region("other outline", 8)));
        assertTrue(other.isFree());
        assertEquals("other outline", names());
        preview.hide();
        assertEquals("other outline", names());
        other.hide();
        assertNull(image.getOverlay());
    }

    @Test
    void ofTwoPreviewsNoneLosesWhatTheOtherHides() {
        image.setOverlay(new Overlay(region("of an earlier run", 1)));
        PreviewOverlay other = new PreviewOverlay(image);
        for (PreviewOverlay first : List.of(preview, other)) {
            preview.show(drawn -> replaceFirst(drawn, region("outline", 9)));
            other.show(drawn -> replaceFirst(drawn, region("other outline", 8)));
            assertEquals("other outline", names());
            first.hide();
            preview.hide();
            other.hide();
            assertEquals("of an earlier run", names());
        }
        assertNull(image.getProperty("FastSAM preview"));
    }

    private static void replaceFirst(Overlay drawn, Roi outline) {
        drawn.remove(0);
        drawn.add(outline);
    }

    @Test
    void withoutAPreviewTheOverlayIsNotTouched() {
        Overlay mine = new Overlay(region("mine", 1));
        image.setOverlay(mine);
        preview.hide();
        assertSame(mine, image.getOverlay());
    }

    private String names() {
        return ShownRegions.of(image).stream().map(Roi::getName).collect(Collectors.joining(" "));
    }

    private static Roi region(String name, int x) {
        Roi roi = new Roi(x, 2, 5, 4);
        roi.setName(name);
        roi.setStrokeColor(Color.YELLOW);
        return roi;
    }
}
