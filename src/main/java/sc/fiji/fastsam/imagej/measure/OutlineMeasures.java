package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatPolygon;

/**
 * Calibrated measures of a region's outline, by ImageJ's own arithmetic.
 *
 * @param perimeter of all borders, those of holes included
 * @param feret greatest caliper width
 * @param feretAngle its angle in degrees, 0..180
 * @param minFeret smallest caliper width
 * @param hullArea area of the convex hull in square pixels
 */
record OutlineMeasures(
        double perimeter, double feret, double feretAngle, double minFeret, double hullArea) {

    static OutlineMeasures of(Roi roi, Calibration calibration) {
        // NB: a region takes its calibration from its image; this one only carries it.
        ImagePlus carrier = new ImagePlus();
        carrier.setCalibration(calibration);
        roi.setImage(carrier);
        double perimeter = roi.getLength();
        double[] feret = roi.getFeretValues();
        roi.setImage(null);
        return new OutlineMeasures(perimeter, feret[0], feret[1], feret[2], hullArea(roi));
    }

    private static double hullArea(Roi roi) {
        FloatPolygon hull = roi.getFloatConvexHull();
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
