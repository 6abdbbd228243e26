package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatPolygon;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;

/**
 * What is measured of an object.
 *
 * @param all a number for each {@link Measure}, of a further channel for the area and each of
 *     {@link Measure#OF_VALUES}; NaN where an object has none; not to be changed
 * @param values number of the pixels that those of values are of: neither NaN nor infinite
 */
public record ObjectMeasures(Map<Measure, Double> all, long values) {

    /** Does not copy the map. */
    public ObjectMeasures {
        all = Collections.unmodifiableMap(all);
    }

    /**
     * @param roi outline of the mask
     * @param plane that the mask lies in
     */
    static ObjectMeasures of(Mask mask, Roi roi, MeasuredPlane plane) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.AREA, area(mask, plane));
        putPlace(measures, mask, plane);
        putOutline(measures, OutlineMeasures.of(roi, plane.calibration()), mask.area());
        return ofValues(measures, mask, plane);
    }

    /** Area and {@link Measure#OF_VALUES} of a mask alone; of an empty one the area 0. */
    static ObjectMeasures ofValues(Mask mask, MeasuredPlane plane) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.AREA, area(mask, plane));
        return ofValues(measures, mask, plane);
    }

    private static ObjectMeasures ofValues(
            Map<Measure, Double> measures, Mask mask, MeasuredPlane plane) {
        Intensities values = Intensities.of(mask, plane);
        putIntensities(measures, area(mask, plane), values);
        return new ObjectMeasures(measures, values.count());
    }

    private static double area(Mask mask, MeasuredPlane plane) {
        Calibration c = plane.calibration();
        return mask.area() * c.pixelWidth * c.pixelHeight;
    }

    /** The value of a measure, NaN where the object has none. */
    public double get(Measure measure) {
        return all.get(measure);
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

    private static void putIntensities(
            Map<Measure, Double> measures, double area, Intensities values) {
        measures.put(Measure.MEAN, values.mean());
        measures.put(Measure.STD_DEV, values.standardDeviation());
        measures.put(Measure.MIN, values.min());
        measures.put(Measure.MAX, values.max());
        measures.put(Measure.INT_DEN, area * values.mean());
        measures.put(Measure.RAW_INT_DEN, values.sum());
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
