package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OverlapRule;

/** Label images of picked objects, whose labels are the objects' numbers. */
final class PickLabels {

    private PickLabels() {}

    /**
     * The label image of an image, with its slices and frames; nothing where no object was picked.
     * Smaller objects lie on top. What the image was cropped by, or has no slice for any more, is
     * left out.
     */
    static Optional<ImagePlus> of(ImagePlus image) {
        Map<PlanePosition, List<Roi>> outlines =
                Picks.of(image)
                        .picked()
                        .filter(roi -> hasPlane(image, roi))
                        .collect(Collectors.groupingBy(roi -> planeOf(roi, image)));
        if (outlines.isEmpty()) {
            return Optional.empty();
        }
        Size size = new Size(image.getWidth(), image.getHeight());
        Map<PlanePosition, Labeling> planes = new HashMap<>();
        outlines.forEach((plane, rois) -> planes.put(plane, labeling(rois, size)));
        int most = planes.values().stream().mapToInt(Labeling::maxId).max().orElse(0);
        return Optional.of(LabelPlus.createStack(planes, image, ObjectColors.byLabel(most)));
    }

    private static boolean hasPlane(ImagePlus image, Roi roi) {
        return roi.hasHyperStackPosition()
                ? roi.getZPosition() <= image.getNSlices()
                        && roi.getTPosition() <= image.getNFrames()
                : roi.getPosition() <= image.getStackSize();
    }

    /** NB: a label image has one channel. */
    private static PlanePosition planeOf(Roi roi, ImagePlus image) {
        if (roi.hasHyperStackPosition()) {
            return new PlanePosition(
                    1, Math.max(1, roi.getZPosition()), Math.max(1, roi.getTPosition()));
        }
        return PlanePosition.ofStackIndex(image, Math.max(1, roi.getPosition())).withChannel(1);
    }

    private static Labeling labeling(List<Roi> outlines, Size size) {
        Map<SegmentedObject, Integer> numbers = new IdentityHashMap<>();
        List<SegmentedObject> objects = new ArrayList<>();
        for (Roi roi : outlines) {
            Mask mask = MaskRois.toMask(roi).crop(new Region(0, 0, size.width(), size.height()));
            if (mask.area() > 0) {
                objects.add(new SegmentedObject(mask, mask.bounds().toBox(), 1));
                numbers.put(objects.get(objects.size() - 1), OwnRois.pick(roi).getAsInt());
            }
        }
        Segmentation all = new Segmentation(size, objects, summary(objects.size()));
        Labeling painted = Labeling.of(all, OverlapRule.SMALLEST_ON_TOP);
        List<Integer> ids = painted.segmentation().objects().stream().map(numbers::get).toList();
        return painted.withIds(ids, ids.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static RunSummary summary(int count) {
        return new RunSummary(
                new RunSummary.Network("", "", ""),
                RunSummary.Sizes.of(1, OptionalDouble.empty()),
                new RunSummary.Counts(0, 0, count, count),
                false,
                Map.of(),
                List.of());
    }
}
