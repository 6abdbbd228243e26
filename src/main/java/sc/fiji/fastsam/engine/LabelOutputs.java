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
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.label.LabelImages;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.settings.OverlapRule;

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

    /** Of all objects, or of those that can hold others. */
    static LabelOutputs of(ImageObjects objects, OutputKind kind) {
        boolean several = objects.task().planes().isStack();
        boolean outer = kind == OutputKind.PARENTS;
        OverlapRule rule = objects.task().overlap();
        return new LabelOutputs(
                objects.source(),
                several && objects.source().getStackSize() > 1,
                objects.planes(),
                plane -> outer ? plane.outer(rule) : plane.labeling(),
                objects.colors());
    }

    /** As {@link ImageObjects#toLabelImage}. */
    ImagePlus toImagePlus() {
        return stack
                ? LabelPlus.createStack(byPosition(), source, colors)
                : LabelPlus.create(
                        labels.apply(planes.get(0)), source, planes.get(0).position(), colors);
    }

    /** As {@link ImageObjects#toLabels}. */
    RandomAccessibleInterval<? extends IntegerType<?>> toImg() {
        return stack
                ? LabelImages.stack(
                        size(), source.getNSlices(), source.getNFrames(), this::labeling)
                : labels.apply(planes.get(0)).toImg();
    }

    /** Of each plane, as it was segmented. */
    Size size() {
        return planes.get(0).labeling().segmentation().size();
    }

    /** Planes of the label image. */
    PlaneCounts counts() {
        return stack
                ? new PlaneCounts(1, source.getNSlices(), source.getNFrames())
                : PlaneCounts.ONE;
    }

    /** Plane of the image that is the first of the label image. */
    PlaneIndex first() {
        PlanePosition first = stack ? PlanePosition.FIRST : planes.get(0).position();
        return new PlaneIndex(0, first.slice() - 1, first.frame() - 1);
    }

    /** Greatest label. */
    int greatest() {
        return planes.stream().map(labels).mapToInt(Labeling::maxId).max().orElse(0);
    }

    /**
     * What is shown of a plane of the label image; nothing where it was not segmented.
     *
     * @param index counted from 0, slices before frames
     */
    Optional<Labeling> ofPlane(int index) {
        return stack
                ? labeling(index % source.getNSlices() + 1, index / source.getNSlices() + 1)
                : Optional.of(labels.apply(planes.get(0)));
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
