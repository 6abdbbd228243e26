package sc.fiji.fastsam.picker;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import ij.process.FloatPolygon;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.fastsam.host.StatusLine;

/**
 * A tool of ImageJ's toolbar: a click picks the object under the pointer, a dragged box the object
 * in it; with Shift they add to the object picked last. With Alt or Ctrl a click takes the object
 * out, and a line that is drawn cuts what it crosses.
 */
public final class ObjectPickerTool extends PlugInTool {

    /** Name of the tool and of its menu entry, by which ImageJ brings it back at its next start. */
    public static final String NAME = "Object Picker Tool";

    /** Shorter drags are clicks, in pixels of the screen. */
    private static final int LEAST_DRAG = 4;

    /** An outline and a pointer, in ImageJ's language of icons. */
    private static final String ICON = "C080O01fcC000P666f9ccc660";

    private static final Picker PICKER = new Picker();

    static {
        Executer.addCommandListener(ObjectPickerTool::executing);
    }

    private Optional<Press> press = Optional.empty();

    /** NB: made when it is asked for: without a screen there are no menus. */
    private PickerMenu menu;

    /**
     * Where the button went down, and what was then.
     *
     * @param at in the image's pixels
     * @param selection of the image; null for none
     * @param blocked overlays whose outlines cannot be selected until the button goes up
     * @param line the pointer's way since, where a line is drawn
     */
    private record Press(
            Point2D at,
            MouseEvent event,
            Roi selection,
            List<Overlay> blocked,
            List<Point2D> line) {

        void end() {
            blocked.forEach(overlay -> overlay.selectable(true));
        }
    }

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
        StatusLine.show(
                "click objects; Shift+click adds to one, Alt+click takes one out, Alt+drag cuts");
    }

    /**
     * Takes ImageJ's command for itself that takes back what was done last, while it is the tool in
     * use and what was done last to the image was done by it. On any thread; not in macros.
     *
     * @return the command; null for one that is taken
     */
    private static String executing(String command) {
        ImagePlus image = WindowManager.getCurrentImage();
        if (!command.equals("Undo")
                || IJ.isMacro()
                || !NAME.equals(Toolbar.getToolName())
                || image == null
                || !PICKER.isUndone(image)) {
            return command;
        }
        EventQueue.invokeLater(() -> PICKER.undo(image));
        return null;
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
        if (menu == null) {
            menu = new PickerMenu(PICKER, this::showOptionsDialog);
        }
        menu.show(event, toolbar);
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
        press.ifPresent(Press::end);
        press = Optional.empty();
        if (event.getButton() != MouseEvent.BUTTON1) {
            return;
        }
        Point2D at = place(image, event);
        boolean inside = frame(image).contains(at);
        List<Overlay> blocked = inside && isSubtracting(event) ? selectable(image) : List.of();
        blocked.forEach(overlay -> overlay.selectable(false));
        press =
                inside
                        ? Optional.of(
                                new Press(at, event, image.getRoi(), blocked, new ArrayList<>()))
                        : Optional.empty();
    }

    @Override
    public void mouseDragged(ImagePlus image, MouseEvent event) {
        event.consume();
        press.ifPresent(p -> drag(image, p, event));
    }

    private static void drag(ImagePlus image, Press p, MouseEvent event) {
        if (isSubtracting(p.event)) {
            if (!p.line.isEmpty() || isDrag(p, event)) {
                p.line.add(place(image, event));
                image.setRoi(roi(p.at, p.line));
            }
        } else {
            box(image, p, event).ifPresent(box -> image.setRoi(roi(box)));
        }
    }

    private static boolean isDrag(Press press, MouseEvent event) {
        return press.event.getPoint().distance(event.getPoint()) >= LEAST_DRAG;
    }

    @Override
    public void mouseReleased(ImagePlus image, MouseEvent event) {
        event.consume();
        press.ifPresent(p -> release(image, p, event));
        press = Optional.empty();
    }

    private void release(ImagePlus image, Press p, MouseEvent event) {
        p.end();
        if (image.getRoi() != p.selection) {
            restore(image, p.selection);
        }
        Optional<Rectangle2D> box = box(image, p, event);
        if (!p.line.isEmpty()) {
            p.line.add(0, p.at);
            double magnification = image.getCanvas().getMagnification();
            PICKER.cut(image, CutLine.outOf(frame(image), p.line, magnification));
        } else if (isSubtracting(p.event)) {
            PICKER.subtract(image, p.at.getX(), p.at.getY());
        } else if (box.isPresent()) {
            if (p.event.isShiftDown()) {
                PICKER.add(image, box.get());
            } else {
                PICKER.pick(image, box.get());
            }
        } else if (p.event.isShiftDown()) {
            PICKER.add(image, p.at.getX(), p.at.getY());
        } else {
            PICKER.pick(image, p.at.getX(), p.at.getY());
        }
    }

    /**
     * NB: ImageJ keeps a selection that is taken off for Restore Selection; the user's stays there.
     */
    private static void restore(ImagePlus image, Roi selection) {
        Roi previous = Roi.getPreviousRoi();
        image.setRoi(selection);
        Roi.setPreviousRoi(previous);
    }

    private static Rectangle2D frame(ImagePlus image) {
        return new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
    }

    private static boolean isSubtracting(MouseEvent event) {
        return event.isAltDown() || event.isControlDown();
    }

    /** What is dragged from the press to the pointer, inside the image, if that is a box. */
    private static Optional<Rectangle2D> box(ImagePlus image, Press press, MouseEvent event) {
        return isDrag(press, event) && !isSubtracting(press.event)
                ? box(press.at, place(image, event), frame(image))
                : Optional.empty();
    }

    /** The box of two corners inside an image's frame; nothing where that is a line. */
    static Optional<Rectangle2D> box(Point2D corner, Point2D opposite, Rectangle2D image) {
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(corner, opposite);
        return Optional.of(box.createIntersection(image)).filter(inside -> !inside.isEmpty());
    }

    private static Roi roi(Rectangle2D box) {
        return new Roi(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private static Roi roi(Point2D start, List<Point2D> line) {
        FloatPolygon points = new FloatPolygon();
        points.addPoint(start.getX(), start.getY());
        line.forEach(point -> points.addPoint(point.getX(), point.getY()));
        return new PolygonRoi(points, Roi.FREELINE);
    }

    private static Point2D place(ImagePlus image, MouseEvent event) {
        ImageCanvas canvas = image.getCanvas();
        return new Point2D.Double(
                canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()));
    }

    /**
     * Overlays whose outlines can be selected. NB: with Alt or Ctrl down ImageJ would make the
     * outline under the pointer the selection, and not tell this tool of the click.
     */
    private static List<Overlay> selectable(ImagePlus image) {
        return Stream.of(image.getOverlay(), image.getCanvas().getShowAllList())
                .filter(overlay -> overlay != null && overlay.isSelectable())
                .toList();
    }
}
