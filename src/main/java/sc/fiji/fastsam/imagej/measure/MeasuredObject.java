package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatPolygon;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param similarity with the word that it is most similar to, -1..1; NaN without words
 * @param mother label of the object that divided into this one and another, 0 = none; nothing where
 *     objects are not linked
 * @param kin in and round which objects it lies; nothing where the plane has one level
 * @param measures all of {@link Measure}
 * @param values number of the pixels that those of values are of: neither NaN nor infinite
 */
public record MeasuredObject(
        int label,
        String name,
        SegmentedObject object,
        PlanePosition position,
        RoiPlace place,
        List<String> prompts,
        double similarity,
        OptionalInt mother,
        Optional<Kin> kin,
        Map<Measure, Double> measures,
        long values) {

    /**
     * Objects of other levels.
     *
     * @param parent label of the object that holds this one, 0 = none
     * @param children number of the objects that this one holds
     */
    public record Kin(int parent, int children) {}

    static MeasuredObject of(int label, SegmentedObject object, Roi roi, MeasuredPlane plane) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        Mask mask = object.mask();
        Calibration c = plane.calibration();
        measures.put(Measure.AREA, mask.area() * c.pixelWidth * c.pixelHeight);
        putPlace(measures, mask, plane);
        putOutline(measures, OutlineMeasures.of(roi, c), mask.area());
        Intensities values = Intensities.of(mask, plane);
        putIntensities(measures, values);
        return new MeasuredObject(
                label,
                roi.getName(),
                object,
                plane.position(),
                plane.place(),
                List.of(),
                Double.NaN,
                OptionalInt.empty(),
                Optional.empty(),
                measures,
                values.count());
    }

    private static void putPlace(Map<Measure, Double> measures, Mask mask, MeasuredPlane plane) {
        Calibration c = plane.calibration();
        int height = plane.size().height();
        Region r = mask.bounds();
        measures.put(Measure.X, c.getX(mask.xCentroid()));
        measures.put(Measure.Y, c.getY(mask.yCentroid(), height));
        measures.put(Measure.BX, c.getX(r.x()));
        measures.put(Measure.BY, c.getY(r.y(), height));
        measures.put(Measure.WIDTH, r.width() * c.pixelWidth);
        measures.put(Measure.HEIGHT, r.height() * c.pixelHeight);
    }

    private static void putOutline(
            Map<Measure, Double> measures, OutlineMeasures outline, long pixels) {
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
        return new MeasuredObject(
                label,
                name,
                object,
                position,
                place,
                names,
                similarity,
                mother,
                kin,
                measures,
                values);
    }

    /** The same object with its similarity to a word, -1..1. */
    public MeasuredObject withSimilarity(double cosine) {
        return new MeasuredObject(
                label, name, object, position, place, prompts, cosine, mother, kin, measures,
                values);
    }

    /** The same object with another name of its region. */
    public MeasuredObject withName(String other) {
        return new MeasuredObject(
                label,
                other,
                object,
                position,
                place,
                prompts,
                similarity,
                mother,
                kin,
                measures,
                values);
    }

    /** The same object of a linked stack. */
    public MeasuredObject withMother(int other) {
        OptionalInt theirs = OptionalInt.of(other);
        return new MeasuredObject(
                label,
                name,
                object,
                position,
                place,
                prompts,
                similarity,
                theirs,
                kin,
                measures,
                values);
    }

    /** The same object of a plane of several levels. */
    public MeasuredObject withKin(Kin other) {
        Optional<Kin> theirs = Optional.of(other);
        return new MeasuredObject(
                label,
                name,
                object,
                position,
                place,
                prompts,
                similarity,
                mother,
                theirs,
                measures,
                values);
    }

    /**
     * Calibrated measures of a region's outline, by ImageJ's own arithmetic.
     *
     * @param perimeter of all borders, those of holes included
     * @param feret greatest caliper width
     * @param feretAngle its angle in degrees, 0..180
     * @param minFeret smallest caliper width
     * @param hullArea area of the convex hull in square pixels
     */
    private record OutlineMeasures(
            double perimeter, double feret, double feretAngle, double minFeret, double hullArea) {

        static OutlineMeasures of(Roi roi, Calibration calibration) {
            // NB: a region takes its calibration from its image; this one only carries it.
            ImagePlus carrier = new ImagePlus();
            carrier.setCalibration(calibration);
            roi.setImage(carrier);
            double perimeter = roi.getLength();
            FloatPolygon hull = ConvexHull.of(roi);
            double[] feret = feret(hull, carrier);
            roi.setImage(null);
            return new OutlineMeasures(perimeter, feret[0], feret[1], feret[2], area(hull));
        }

        /** NB: of the hull, whose few corners are all that ImageJ looks at for these. */
        private static double[] feret(FloatPolygon hull, ImagePlus carrier) {
            Roi corners = new PolygonRoi(hull, Roi.POLYGON);
            corners.setImage(carrier);
            return corners.getFeretValues();
        }

        private static double area(FloatPolygon hull) {
            double sum = 0;
            for (int i = 0, j = hull.npoints - 1; i < hull.npoints; j = i++) {
                sum += (double) hull.xpoints[j] * hull.ypoints[i];
                sum -= (double) hull.xpoints[i] * hull.ypoints[j];
            }
            return Math.abs(sum) / 2;
        }

        /** 4 pi area / perimeter², at most 1. */
        double circularity(double area) {
            return perimeter == 0 ? 0 : Math.min(1, 4 * Math.PI * area / (perimeter * perimeter));
        }
    }
}
