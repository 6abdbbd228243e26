package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import sc.fiji.fastsam.label.IntLabels;
import sc.fiji.fastsam.label.LabelRaster;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.label.ShortLabels;

/**
 * Label images for ImageJ, named "title-labels" after their source, with its calibration of lengths
 * and {@link ObjectColors}: 16-bit, or 32-bit where a plane has more than 65 535 objects.
 */
public final class LabelPlus {

    /** What follows the source's title without its extension. */
    public static final String SUFFIX = "-labels";

    private static final String PARENT_SUFFIX = "-parents";

    private static final Pattern EXTENSION =
            Pattern.compile(
                    "(\\.ome)?\\.(tiff?|zarr|png|jpe?g|gif|bmp|p[gpn]m|dcm|fits|avi|zip|lsm|czi|nd2|lif|oi[bfr]|vsi)$",
                    Pattern.CASE_INSENSITIVE);

    private LabelPlus() {}

    /**
     * The label image of one plane. Its property "Plane" and its slice label say which plane of the
     * source it is, where the source has several.
     *
     * @param source the image whose plane was labeled
     */
    public static ImagePlus create(
            Labeling labeling, ImagePlus source, PlanePosition position, ObjectColors colors) {
        ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
        boolean several = source.getStackSize() > 1;
        stack.addSlice(several ? text(position) : null, processor(labeling));
        ImagePlus labels = finish(stack, source, colors);
        if (several) {
            labels.setProp("Plane", text(position));
        }
        return labels;
    }

    /**
     * The label image of a whole stack: the source's slices and frames, one channel. Ids begin with
     * 1 in each plane, unless the objects are linked.
     *
     * @param labelings by plane, channel 1; planes that are not there have no objects
     */
    public static ImagePlus createStack(
            Map<PlanePosition, Labeling> labelings, ImagePlus source, ObjectColors colors) {
        int most = labelings.values().stream().mapToInt(Labeling::maxId).max().orElse(0);
        ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
        for (int frame = 1; frame <= source.getNFrames(); frame++) {
            for (int slice = 1; slice <= source.getNSlices(); slice++) {
                Labeling labeling = labelings.get(new PlanePosition(1, slice, frame));
                ImageProcessor ip =
                        labeling == null
                                ? new ShortProcessor(source.getWidth(), source.getHeight())
                                : processor(labeling);
                stack.addSlice(most > LabelRaster.MAX_SHORT ? ip.convertToFloat() : ip);
            }
        }
        ImagePlus labels = finish(stack, source, colors);
        labels.setDimensions(1, source.getNSlices(), source.getNFrames());
        labels.setOpenAsHyperStack(source.getNSlices() > 1 && source.getNFrames() > 1);
        return labels;
    }

    /** The title of a source's label image. */
    public static String title(ImagePlus source) {
        return stem(source) + SUFFIX;
    }

    /** The title of the label image of the objects that can hold others. */
    public static String parentTitle(ImagePlus source) {
        return stem(source) + PARENT_SUFFIX;
    }

    private static String stem(ImagePlus source) {
        return EXTENSION.matcher(source.getTitle().strip()).replaceFirst("");
    }

    private static ImagePlus finish(ImageStack stack, ImagePlus source, ObjectColors colors) {
        ImagePlus labels = new ImagePlus(title(source), stack);
        labels.getProcessor().setLut(colors.lut());
        stack.setColorModel(labels.getProcessor().getColorModel());
        labels.setDisplayRange(colors.lowest(), colors.highest());
        labels.setCalibration(lengths(source.getCalibration()));
        return labels;
    }

    /** Lengths and times, without the calibration of values. */
    private static Calibration lengths(Calibration source) {
        Calibration copy = Units.mended(source);
        copy.disableDensityCalibration();
        return copy;
    }

    private static ImageProcessor processor(Labeling labeling) {
        int width = labeling.segmentation().size().width();
        int height = labeling.segmentation().size().height();
        if (labeling.raster() instanceof ShortLabels labels) {
            return new ShortProcessor(width, height, labels.pixels(), null);
        }
        return new FloatProcessor(width, height, ((IntLabels) labeling.raster()).pixels());
    }

    private static String text(PlanePosition position) {
        return String.format(
                Locale.ROOT,
                "c:%d z:%d t:%d",
                position.channel(),
                position.slice(),
                position.frame());
    }
}
