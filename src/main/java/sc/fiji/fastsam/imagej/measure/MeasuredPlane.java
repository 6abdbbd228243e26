package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import sc.fiji.fastsam.imagej.PlanePixels;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.RoiPlace;

/**
 * The original pixels that measures come from, with their calibration. RGB pixels count by their
 * luminance, weighted and rounded as ImageJ does.
 *
 * @param pixels of the plane
 * @param calibration of lengths and of values
 * @param position of the plane
 * @param place where its regions show
 */
public record MeasuredPlane(
        ImageProcessor pixels, Calibration calibration, PlanePosition position, RoiPlace place) {

    /** A plane of an image. */
    public static MeasuredPlane of(ImagePlus imp, PlanePosition position) {
        return new MeasuredPlane(
                PlanePixels.read(imp, position),
                imp.getCalibration().copy(),
                position,
                RoiPlace.of(imp, position));
    }

    /** The value at an index, in the calibration's unit. */
    double value(int index) {
        if (pixels instanceof ColorProcessor) {
            return luminance(pixels.get(index));
        }
        return pixels instanceof FloatProcessor || !calibration.calibrated()
                ? pixels.getf(index)
                : calibration.getCValue(pixels.get(index));
    }

    private double luminance(int rgb) {
        double[] weights = ((ColorProcessor) pixels).getRGBWeights();
        if (weights == null) {
            weights = ColorProcessor.getWeightingFactors();
        }
        double red = weights[0] * (rgb >> 16 & 0xff);
        double green = weights[1] * (rgb >> 8 & 0xff);
        return (int) (red + green + weights[2] * (rgb & 0xff) + 0.5);
    }
}
