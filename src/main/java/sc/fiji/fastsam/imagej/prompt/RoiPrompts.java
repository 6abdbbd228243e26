package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.FloatPolygon;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

/**
 * Reads ImageJ ROIs as prompts.
 *
 * <ul>
 *   <li>Points and multi-points: a foreground point each; of counter 1, or in ROI group 2, a
 *       background point.
 *   <li>Rectangles: a box.
 *   <li>Any other area: its bounds as a box, with a note.
 *   <li>Lines and angles: an error. Text, images, scale and calibration bars are left out.
 * </ul>
 *
 * <p>Positions of ROIs and of single points are kept. The ROIs are not changed.
 */
public final class RoiPrompts {

    /** The counter of the multi-point tool that means background. */
    public static final int BACKGROUND_COUNTER = 1;

    /** The ROI group that means background. */
    public static final int BACKGROUND_GROUP = 2;

    private static final int SHOWN = 3;

    private static final Set<String> DECORATION = Set.of("|SB|", "|CB|", "|ZS|");

    private final ImagePlus imp;
    private final List<PromptList.Entry> prompts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> shapes = new ArrayList<>();
    private int points;
    private int backgroundPoints;
    private int boxes;

    private RoiPrompts(ImagePlus imp) {
        this.imp = imp;
    }

    /**
     * Reads ROIs in their order.
     *
     * @param rois coordinates in the image's pixels
     * @param imp the image that they are for; its planes give stack positions a meaning
     * @throws IllegalArgumentException if a ROI is a line or an angle, an area in the background
     *     group, or on a plane that the image does not have
     */
    public static PromptList of(List<Roi> rois, ImagePlus imp) {
        RoiPrompts reader = new RoiPrompts(imp);
        rois.forEach(reader::read);
        return PromptList.of(reader.prompts, reader.notes());
    }

    private void read(Roi roi) {
        if (roi instanceof TextRoi || roi instanceof ImageRoi || isDecoration(roi)) {
            notes.add(named(roi) + " is no prompt and was left out");
        } else if (roi instanceof PointRoi multi) {
            readPoints(multi);
        } else if (roi.isArea()) {
            readBox(roi);
        } else {
            throw new IllegalArgumentException(
                    named(roi)
                            + " is a "
                            + roi.getTypeAsString().toLowerCase(Locale.ROOT)
                            + ", which is no prompt. Use points, rectangles or other areas.");
        }
    }

    /** What was left out, then which areas are boxes now; many of them are counted. */
    private List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (shapes.size() > SHOWN) {
            all.add(shapes.size() + " ROIs are no rectangles: their bounds were taken as boxes");
        } else {
            shapes.forEach(
                    roi -> all.add(roi + " is no rectangle: its bounds were taken as the box"));
        }
        return all;
    }

    private static boolean isDecoration(Roi roi) {
        return roi.getName() != null && DECORATION.contains(roi.getName());
    }

    private void readPoints(PointRoi roi) {
        FloatPolygon places = roi.getFloatPolygon();
        for (int i = 0; i < places.npoints; i++) {
            boolean background =
                    roi.getGroup() == BACKGROUND_GROUP || roi.getCounter(i) == BACKGROUND_COUNTER;
            Role role = background ? Role.BACKGROUND : Role.FOREGROUND;
            String name = pointName(roi, i, places.npoints, role);
            double x = pixel(places.xpoints[i]);
            double y = pixel(places.ypoints[i]);
            add(new PointPrompt(name, x, y, role), pointPlace(roi, i), roi);
        }
    }

    /**
     * The pixel that a point is on. NB: to ImageJ a point of whole coordinates is in the middle of
     * its pixel, so that a click on the left half of pixel 251 is at 250.75.
     */
    static double pixel(double coordinate) {
        return Math.floor(coordinate + 0.5);
    }

    private String pointName(PointRoi roi, int i, int count, Role role) {
        int number = role == Role.BACKGROUND ? ++backgroundPoints : ++points;
        if (isNamed(roi)) {
            return count == 1 ? roi.getName() : roi.getName() + "-" + (i + 1);
        }
        return (role == Role.BACKGROUND ? "background" : "point") + number;
    }

    private PromptPlace pointPlace(PointRoi roi, int i) {
        int own = roi.getPointPosition(i);
        return own > 0 ? PromptPlace.ofStackIndex(imp, own) : place(roi);
    }

    private void readBox(Roi roi) {
        if (roi.getGroup() == BACKGROUND_GROUP) {
            throw new IllegalArgumentException(
                    named(roi)
                            + " is an area in group 2, which means background; background must be"
                            + " points. Use a point, or take the area out of the group.");
        }
        boxes++;
        String name = isNamed(roi) ? roi.getName() : "box" + boxes;
        Rectangle2D.Double b = roi.getFloatBounds();
        if (b.width <= 0 || b.height <= 0) {
            throw new IllegalArgumentException(named(roi) + " has no area. Draw it again.");
        }
        Box box =
                new Box(
                        (float) b.x,
                        (float) b.y,
                        (float) (b.x + b.width),
                        (float) (b.y + b.height));
        if (roi.getType() != Roi.RECTANGLE) {
            shapes.add(named(roi));
        }
        add(new BoxPrompt(name, box), place(roi), roi);
    }

    private void add(Prompt prompt, PromptPlace place, Roi roi) {
        place.checkAgainst(imp, named(roi));
        prompts.add(new PromptList.Entry(prompt, place, Optional.of(roi)));
    }

    private PromptPlace place(Roi roi) {
        if (roi.hasHyperStackPosition()) {
            return new PromptPlace(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
        }
        int position = roi.getPosition();
        return position == PointRoi.POINTWISE_POSITION
                ? PromptPlace.ANY
                : PromptPlace.ofStackIndex(imp, Math.max(0, position));
    }

    private static boolean isNamed(Roi roi) {
        return roi.getName() != null && !roi.getName().isBlank();
    }

    private static String named(Roi roi) {
        if (isNamed(roi)) {
            return "ROI '" + roi.getName() + "'";
        }
        Rectangle2D.Double b = roi.getFloatBounds();
        return String.format(Locale.ROOT, "The ROI at %.0f, %.0f", b.x, b.y);
    }
}
