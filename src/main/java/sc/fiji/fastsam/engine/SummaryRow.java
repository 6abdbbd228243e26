package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.util.OptionalDouble;
import sc.fiji.fastsam.label.LabelRaster;

/**
 * An image in one row, under the names that ImageJ's Analyze Particles has for the same. Lengths and
 * areas in the image's unit.
 *
 * @param image its title
 * @param planes that were segmented
 * @param count of the objects; linked ones once
 * @param totalArea sum of the objects' areas
 * @param pixels of the objects
 * @param covered pixels that belong to an object
 * @param size pixels of all planes
 * @param sum of the values of the objects' pixels
 * @param diameter typical of the first plane's objects; nothing without objects
 * @param scale network pixels per pixel in the first plane
 */
record SummaryRow(
        String image,
        int planes,
        int count,
        double totalArea,
        long pixels,
        long covered,
        long size,
        double sum,
        OptionalDouble diameter,
        double scale) {

    static SummaryRow of(ImageObjects found) {
        ImagePlus source = found.source();
        double pixelWidth = source.getCalibration().pixelWidth;
        return new SummaryRow(
                source.getTitle(),
                found.planes().size(),
                found.numberOfLabels(),
                pixels(found) * pixelArea(source.getCalibration()),
                pixels(found),
                found.planes().stream().mapToLong(SummaryRow::covered).sum(),
                (long) source.getWidth() * source.getHeight() * found.planes().size(),
                found.rows().stream().mapToDouble(SummaryRow::sum).sum(),
                OptionalDouble.empty(),
                found.summary().sizes().scale());
    }
}
