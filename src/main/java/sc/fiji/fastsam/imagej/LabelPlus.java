package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.label.LabelRaster;
import sc.fiji.fastsam.label.Labeling;

/**
 * Label images for ImageJ, named "title-labels" after their source, with its calibration of lengths
 * and {@link ObjectColors}: 16-bit, or 32-bit where a plane has more than 65 535 objects.
 */
public final class LabelPlus {

    /** What follows the source's title without its extension. */
    public static final String SUFFIX = "-labels";

    private static final String PARENT_SUFFIX = "-parents";

    /** Property of a label image for as long as it is open. */
    private static final String MADE_HERE = "FastSAM labels";

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
     * @throws IllegalArgumentException if the plane is too large for ImageJ or for the memory
     */
    public static ImagePlus create(
            Labeling labeling, ImagePlus source, PlanePosition position, ObjectColors colors) {
        Size size = labeling.segmentation().size();
        checkPlane(source, size, labeling.maxId());
        ImageStack stack = new ImageStack(size.width(), size.height());
        boolean several = source.getStackSize() > 1;
        stack.addSlice(
                several ? text(position) : null,
                processor(Optional.of(labeling), size, labeling.maxId()));
        ImagePlus labels = finish(stack, source, colors);
        if (several) {
            labels.setProp("Plane", text(position));
            // NB: where ImageJ looks for the slice label of a file with properties.
            labels.setProp("Slice_Label", text(position));
        }
        return labels;
    }

    /**
     * The label image of a whole stack: the source's slices and frames, one channel. Ids begin with
     * 1 in each plane, unless the objects are linked. Where labels are painted later and would take
     * more than half of Java's memory, a virtual stack.
     *
     * @param labelings by plane, channel 1; planes that are not there have no objects
     * @throws IllegalArgumentException if a plane is too large for ImageJ or for the memory
     */
    public static ImagePlus createStack(
            Map<PlanePosition, Labeling> labelings, ImagePlus source, ObjectColors colors) {
        return createStack(labelings, source, counts(source), colors);
    }

    /**
     * Likewise, with as many slices and frames as the source had when it was segmented.
     *
     * @throws IllegalArgumentException as above
     */
    public static ImagePlus createStack(
            Map<PlanePosition, Labeling> labelings,
            ImagePlus source,
            PlaneCounts counts,
            ObjectColors colors) {
        return createStack(labelings, source, counts, colors, MemoryNeed.memory());
    }

    private static PlaneCounts counts(ImagePlus source) {
        return new PlaneCounts(1, source.getNSlices(), source.getNFrames());
    }

    static ImagePlus createStack(
            Map<PlanePosition, Labeling> labelings,
            ImagePlus source,
            ObjectColors colors,
            double memory) {
        return createStack(labelings, source, counts(source), colors, memory);
    }

    private static ImagePlus createStack(
            Map<PlanePosition, Labeling> labelings,
            ImagePlus source,
            PlaneCounts counts,
            ObjectColors colors,
            double memory) {
        int most = labelings.values().stream().mapToInt(Labeling::maxId).max().orElse(0);
        Size size = size(labelings.values(), source);
        checkPlane(source, size, most);
        List<Optional<Labeling>> planes = new ArrayList<>();
        for (int frame = 1; frame <= counts.frames(); frame++) {
            for (int slice = 1; slice <= counts.slices(); slice++) {
                PlanePosition position = new PlanePosition(1, slice, frame);
                planes.add(Optional.ofNullable(labelings.get(position)));
            }
        }
        boolean later = labelings.values().stream().anyMatch(Labeling::isPaintedLater);
        ImageStack stack =
                later && !MemoryNeed.holdsStack(bytes(size, most) * planes.size(), memory)
                        ? new PaintedStack(size, planes, most)
                        : stack(size, planes, most);
        ImagePlus labels = finish(stack, source, colors);
        labels.setDimensions(1, counts.slices(), counts.frames());
        labels.setOpenAsHyperStack(counts.slices() > 1 && counts.frames() > 1);
        return labels;
    }

    private static ImageStack stack(Size size, List<Optional<Labeling>> planes, int most) {
        ImageStack stack = new ImageStack(size.width(), size.height());
        planes.forEach(plane -> stack.addSlice(processor(plane, size, most)));
        return stack;
    }

    /** NB: that of the segmented planes; the source may have been resized since. */
    private static Size size(Collection<Labeling> labelings, ImagePlus source) {
        return labelings.stream()
                .map(labeling -> labeling.segmentation().size())
                .findFirst()
                .orElseGet(() -> new Size(source.getWidth(), source.getHeight()));
    }

    private static double bytes(Size size, int most) {
        return (double) size.area() * (most > LabelRaster.MAX_SHORT ? 4 : 2);
    }

    private static void checkPlane(ImagePlus source, Size size, int most) {
        if (!MemoryNeed.holdsPlane(size, bytes(size, most), MemoryNeed.memory())) {
            throw new IllegalArgumentException(
                    "The label image of \""
                            + source.getTitle()
                            + "\" has "
                            + size
                            + " pixels, too many for ImageJ or for Java's memory. Take it as an"
                            + " ImgLib2 image (toLabels), or write it into a file (ObjectFiles).");
        }
    }

    /** True for a label image that was made here and has been open since. */
    public static boolean isLabelImage(ImagePlus image) {
        return image.getProperty(MADE_HERE) != null;
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
        labels.setProperty(MADE_HERE, true);
        return labels;
    }

    /** Lengths and times, without the calibration of values. */
    private static Calibration lengths(Calibration source) {
        Calibration copy = Units.mended(source);
        copy.disableDensityCalibration();
        return copy;
    }

    /**
     * Labels of a plane of a stack.
     *
     * @param labeling nothing = no objects
     * @param most greatest label of the stack
     */
    static ImageProcessor processor(Optional<Labeling> labeling, Size size, int most) {
        int width = size.width();
        int height = size.height();
        Optional<LabelRaster> ids = labeling.map(Labeling::raster);
        if (most > LabelRaster.MAX_SHORT) {
            return ids.map(raster -> new FloatProcessor(width, height, raster.toInts()))
                    .orElseGet(() -> new FloatProcessor(width, height));
        }
        return ids.map(raster -> new ShortProcessor(width, height, raster.toShorts(), null))
                .orElseGet(() -> new ShortProcessor(width, height));
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
