package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
import ij.measure.Calibration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * An object with its measures.
 *
 * @param label id in the label image
 * @param name of its region
 * @param object the object
 * @param position of its plane
 * @param place where its region shows; {@link RoiPlace#EVERYWHERE} without a stack
 * @param prompts names of the prompts that it answers; empty without prompts
 * @param measures all of {@link Measure}
 */
public record MeasuredObject(
        int label,
        String name,
        SegmentedObject object,
        PlanePosition position,
        RoiPlace place,
        List<String> prompts,
        Map<Measure, Double> measures) {

    static MeasuredObject of(int label, SegmentedObject object, Roi roi, MeasuredPlane plane) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        Mask mask = object.mask();
        Calibration c = plane.calibration();
        measures.put(Measure.AREA, mask.area() * c.pixelWidth * c.pixelHeight);
        putPlace(measures, mask, plane);
        putOutline(measures, OutlineMeasures.of(roi, c), mask.area());
        putIntensities(measures, Intensities.of(mask, plane));
        return new MeasuredObject(
                label, roi.getName(), object, plane.position(), plane.place(), List.of(), measures);
    }

    private static void putPlace(Map<Measure, Double> measures, Mask mask, MeasuredPlane plane) {
        Calibration c = plane.calibration();
        int height = plane.pixels().getHeight();
        Region r = mask.bounds();
        measures.put(Measure.X, c.getX(mask.xCentroid()));
        measures.put(Measure.Y, c.getY(mask.yCentroid(), height));
        measures.put(Measure.BX, c.getX(r.x()));
        measures.put(Measure.BY, c.getY(r.y(), height));
        measures.put(Measure.WIDTH, r.width() * c.pixelWidth);
        measures.put(Measure.HEIGHT, r.height() * c.pixelHeight);
    }

    private static void putOutline(
            Map<Measure, Double> measures, OutlineMeasures outline, int pixels) {
        double area = measures.get(Measure.AREA);
        measures.put(Measure.PERIMETER, outline.perimeter());
        measures.put(Measure.CIRCULARITY, outline.circularity(area));
        measures.put(Measure.FERET, outline.feret());
        measures.put(Measure.FERET_ANGLE, outline.feretAngle());
        measures.put(Measure.MIN_FERET, outline.minFeret());
        measures.put(Measure.SOLIDITY, pixels / outline.hullArea());
    }

    private static void putIntensities(Map<Measure, Double> measures, Intensities values) {
        measures.put(Measure.MEAN, values.mean());
        measures.put(Measure.STD_DEV, values.standardDeviation());
        measures.put(Measure.MIN, values.min());
        measures.put(Measure.MAX, values.max());
        measures.put(Measure.INT_DEN, measures.get(Measure.AREA) * values.mean());
        measures.put(Measure.RAW_INT_DEN, values.sum());
    }

    /** The value of a measure, NaN where an object has none. */
    public double get(Measure measure) {
        return measures.get(measure);
    }

    /** The same object as the answer to prompts. */
    public MeasuredObject withPrompts(List<String> names) {
        return new MeasuredObject(label, name, object, position, place, names, measures);
    }

    /** The same object with another name of its region. */
    public MeasuredObject withName(String other) {
        return new MeasuredObject(label, other, object, position, place, prompts, measures);
    }
}
