package sc.fiji.fastsam.picker;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The line that cuts objects, as it was drawn on an image. */
final class CutLine {

    /** An end so near to the image's border is meant to be beyond it, in pixels of the screen. */
    private static final double NEAR = 5;

    private CutLine() {}

    /**
     * A line whose ends at the border of the image lead out of it: for objects that touch the
     * border, which end there. An end in the outermost pixels is at the border at any zoom.
     *
     * @param drawn points, in the image's pixels
     * @param magnification pixels of the screen for one of the image's
     */
    static List<Point2D> outOf(Rectangle2D image, List<Point2D> drawn, double magnification) {
        double near = Math.max(1, NEAR / magnification);
        List<Point2D> line = new ArrayList<>(drawn);
        outside(image, drawn.get(0), near).ifPresent(point -> line.add(0, point));
        outside(image, drawn.get(drawn.size() - 1), near).ifPresent(line::add);
        return line;
    }

    /** The point outside of the image that is nearest to one inside, at its border. */
    private static Optional<Point2D> outside(Rectangle2D image, Point2D end, double near) {
        return Stream.<Point2D>of(
                        new Point2D.Double(image.getMinX() - 1, end.getY()),
                        new Point2D.Double(image.getMaxX() + 1, end.getY()),
                        new Point2D.Double(end.getX(), image.getMinY() - 1),
                        new Point2D.Double(end.getX(), image.getMaxY() + 1))
                .min(Comparator.comparingDouble(end::distance))
                .filter(point -> image.contains(end) && end.distance(point) <= near + 1);
    }
}
