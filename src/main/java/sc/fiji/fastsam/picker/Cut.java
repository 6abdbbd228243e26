package sc.fiji.fastsam.picker;

import ij.gui.Roi;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskCut;
import sc.fiji.fastsam.settings.Counted;

/**
 * An object that was cut.
 *
 * @param number of the object, which its largest part keeps
 * @param others numbers of the other parts
 */
record Cut(int number, List<Integer> others) {

    /** What was made of an object: the outlines of its parts, the largest first. */
    static Cut of(List<Roi> parts) {
        List<Integer> numbers = parts.stream().map(part -> OwnRois.pick(part).getAsInt()).toList();
        return new Cut(numbers.get(0), numbers.subList(1, numbers.size()));
    }

    /**
     * The parts of an outlined object that a line makes, the largest first; one or none where it
     * does not cross the object. NB: most objects are far from the line.
     *
     * @param line points, in source pixels
     */
    static List<Mask> parts(Roi outline, List<Point2D> line) {
        Rectangle2D frame = new Rectangle2D.Double(line.get(0).getX(), line.get(0).getY(), 0, 0);
        line.forEach(frame::add);
        frame.add(frame.getMaxX() + 1, frame.getMaxY() + 1);
        return frame.intersects(outline.getBounds())
                ? MaskCut.cut(MaskRois.toMask(outline), line)
                : List.of();
    }

    /** What was cut, for the status line. */
    static String text(List<Cut> cuts) {
        return cuts.size() == 1
                ? cuts.get(0).text()
                : Counted.objects(cuts.size()) + " were cut in two or more";
    }

    private String text() {
        String news = others.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String verb =
                others.size() == 1 ? ", object " + news + " is" : ", objects " + news + " are";
        return "object " + number + " was cut" + verb + " new";
    }
}
