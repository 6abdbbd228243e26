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
 * @param counts planes of the label image
 * @param planes that were segmented
 * @param labels what is shown of a plane
 * @param colors of the objects in ImageJ's label images
 */
record LabelOutputs(
        ImagePlus source,
        boolean stack,
        PlaneCounts counts,
        List<PlaneObjects> planes,
        Function<PlaneObjects, Labeling> labels,
        ObjectColors colors) {

    /** Of all objects, or of those that can hold others. */
    static LabelOutputs of(ImageObjects objects, OutputKind kind) {
        boolean several = objects.task().planes().isStack();
        boolean outer = kind == OutputKind.PARENTS;
        OverlapRule rule = objects.task().overlap();
        PlaneCounts all = objects.counts();
        boolean stack = several && all.total() > 1;
        return new LabelOutputs(
                objects.source(),
                stack,
                stack ? new PlaneCounts(1, all.slices(), all.frames()) : PlaneCounts.ONE,
                objects.planes(),
                plane -> outer ? plane.outer(rule) : plane.labeling(),
                objects.colors());
    }

    /** As {@link ImageObjects#toLabelImage}. */
    ImagePlus toImagePlus() {
        return stack
                ? LabelPlus.createStack(byPosition(), source, counts, colors)
                : LabelPlus.create(
                        labels.apply(planes.get(0)), source, planes.get(0).position(), colors);
    }

    /** As {@link ImageObjects#toLabels}. */
    RandomAccessibleInterval<? extends IntegerType<?>> toImg() {
        return stack
                ? LabelImages.stack(size(), counts.slices(), counts.frames(), this::labeling)
                : labels.apply(planes.get(0)).toImg();
    }

    /** Of each plane, as it was segmented. */
    Size size() {
        return planes.get(0).labeling().segmentation().size();
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
                ? labeling(index % counts.slices() + 1, index / counts.slices() + 1)
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
