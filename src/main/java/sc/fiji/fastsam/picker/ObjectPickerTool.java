package sc.fiji.fastsam.picker;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import java.awt.GraphicsEnvironment;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.host.StatusLine;

/**
 * A tool of ImageJ's toolbar: a click picks the object under the pointer, a dragged box the object
 * in it; with Shift they add to the object picked last, with Alt or Ctrl a click takes from it.
 */
public final class ObjectPickerTool extends PlugInTool {

    /** Name of the tool and of its menu entry, by which ImageJ brings it back at its next start. */
    public static final String NAME = "Object Picker Tool";

    /** Shorter drags are clicks, in pixels of the screen. */
    private static final int LEAST_DRAG = 4;

    /** An outline and a pointer, in ImageJ's language of icons. */
    private static final String ICON = "C080O01fcC000P666f9ccc660";

    private static final Picker PICKER = new Picker();

    private Optional<Press> press = Optional.empty();

    /** Where the button went down, and what was selected then. */
    private record Press(Point2D at, MouseEvent event, Roi selection) {}

    @Override
    public void run(String argument) {
        if (GraphicsEnvironment.isHeadless() || Toolbar.getInstance() == null) {
            IJ.error(
                    NAME,
                    "The tool needs ImageJ's window. Without one use Segment Selection with points"
                            + " and boxes.");
            return;
        }
        super.run(argument);
        StatusLine.show("click objects; Shift+click adds to one, Alt+click takes from it");
    }

    @Override
    public String getToolName() {
        return NAME;
    }

    @Override
    public String getToolIcon() {
        return ICON;
    }

    @Override
    public void showOptionsDialog() {
        PickerOptions.ask(PICKER.settings()).ifPresent(PICKER::use);
    }

    @Override
    public void showPopupMenu(MouseEvent event, Toolbar toolbar) {
        new PickerMenu(PICKER, this::showOptionsDialog).show(event, toolbar);
    }

    @Override
    public void mouseMoved(ImagePlus image, MouseEvent event) {
        Point2D at = place(image, event);
        PICKER.pointAt(image, at.getX(), at.getY());
    }

    @Override
    public void mouseExited(ImagePlus image, MouseEvent event) {
        PICKER.pointAway();
    }

    @Override
    public void mousePressed(ImagePlus image, MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseEvent.BUTTON1) {
            press = Optional.empty();
            return;
        }
        Point2D at = place(image, event);
        boolean inside =
                new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()).contains(at);
        press = inside ? Optional.of(new Press(at, event, image.getRoi())) : Optional.empty();
        if (inside && isSubtracting(event)) {
            setSelectable(image, false);
        }
    }

    @Override
    public void mouseDragged(ImagePlus image, MouseEvent event) {
        event.consume();
        press.filter(p -> isBox(p, event)).ifPresent(p -> image.setRoi(roi(box(image, p, event))));
    }

    @Override
    public void mouseReleased(ImagePlus image, MouseEvent event) {
        event.consume();
        press.ifPresent(p -> release(image, p, event));
        press = Optional.empty();
    }

    private void release(ImagePlus image, Press p, MouseEvent event) {
        if (isSubtracting(p.event)) {
            setSelectable(image, true);
            PICKER.subtract(image, p.at.getX(), p.at.getY());
        } else if (isBox(p, event)) {
            image.setRoi(p.selection);
            Rectangle2D box = box(image, p, event);
            if (p.event.isShiftDown()) {
                PICKER.add(image, box);
            } else {
                PICKER.pick(image, box);
            }
        } else if (p.event.isShiftDown()) {
            PICKER.add(image, p.at.getX(), p.at.getY());
        } else {
            PICKER.pick(image, p.at.getX(), p.at.getY());
        }
    }

    private static boolean isSubtracting(MouseEvent event) {
        return event.isAltDown() || event.isControlDown();
    }

    private static boolean isBox(Press press, MouseEvent event) {
        return !isSubtracting(press.event)
                && press.event.getPoint().distance(event.getPoint()) >= LEAST_DRAG;
    }

    /** The box from the press to the pointer, inside the image, in its pixels. */
    private static Rectangle2D box(ImagePlus image, Press press, MouseEvent event) {
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(press.at, place(image, event));
        return box.createIntersection(
                new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
    }

    private static Roi roi(Rectangle2D box) {
        return new Roi(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private static Point2D place(ImagePlus image, MouseEvent event) {
        ImageCanvas canvas = image.getCanvas();
        return new Point2D.Double(
                canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()));
    }

    /**
     * NB: with Alt or Ctrl down ImageJ would make the outline under the pointer the selection, and
     * not tell this tool of the click.
     */
    private static void setSelectable(ImagePlus image, boolean selectable) {
        Stream.of(image.getOverlay(), image.getCanvas().getShowAllList())
                .filter(overlay -> overlay != null)
                .forEach((Overlay overlay) -> overlay.selectable(selectable));
    }
}
