package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.label.LabelImages;
import sc.fiji.fastsam.label.Labeling;

/**
 * Label images of an image's planes.
 *
 * @param source the image
 * @param stack whether several planes were asked for
 * @param planes that were segmented
 * @param labels what is shown of a plane
 * @param colors of the objects in ImageJ's label images
 */
record LabelOutputs(
        ImagePlus source,
        boolean stack,
        List<PlaneObjects> planes,
        Function<PlaneObjects, Labeling> labels,
        ObjectColors colors) {

    /** As {@link ImageObjects#toLabelImage}. */
    ImagePlus toImagePlus() {
        return stack
                ? LabelPlus.createStack(byPosition(), source, colors)
                : LabelPlus.create(
                        labels.apply(planes.get(0)), source, planes.get(0).position(), colors);
    }

    /** As {@link ImageObjects#toLabels}. */
    RandomAccessibleInterval<? extends IntegerType<?>> toImg() {
        Size size = planes.get(0).labeling().segmentation().size();
        return stack
                ? LabelImages.stack(size, source.getNSlices(), source.getNFrames(), this::labeling)
                : labels.apply(planes.get(0)).toImg();
    }

    private Optional<Labeling> labeling(int slice, int frame) {
        return planes.stream()
                .filter(p -> p.position().slice() == slice && p.position().frame() == frame)
                .map(labels)
                .findFirst();
    }

    private Map<PlanePosition, Labeling> byPosition() {
        return planes.stream()
                .collect(Collectors.toMap(plane -> plane.position().withChannel(1), labels));
    }
}
