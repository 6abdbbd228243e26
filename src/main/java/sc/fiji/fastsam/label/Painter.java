package sc.fiji.fastsam.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OverlapRule;

/** Paints masks into a raster, then takes out the objects that ended up without a pixel. */
final class Painter {

    private final Segmentation segmentation;
    private final List<SegmentedObject> objects;
    private final int width;
    private final LabelRaster raster;
    private final OverlapRule rule;

    Painter(Segmentation segmentation, OverlapRule rule) {
        this.segmentation = segmentation;
        this.objects = segmentation.objects();
        this.width = segmentation.size().width();
        this.raster =
                LabelRaster.create(Math.toIntExact(segmentation.size().area()), objects.size());
        this.rule = rule;
    }

    Labeling paint() {
        paintingOrder().forEach(this::paint);
        boolean[] visible = new boolean[objects.size()];
        int count = 0;
        for (int i = 0; i < visible.length; i++) {
            visible[i] = isVisible(i);
            count += visible[i] ? 1 : 0;
        }
        return count == visible.length
                ? new Labeling(segmentation, raster)
                : withoutHidden(visible, count);
    }

    /** Bottom first; of equals the one of the later index, so that the better one is on top. */
    private IntStream paintingOrder() {
        Comparator<Integer> order = Comparator.comparing(objects::get, bottomFirst(rule));
        return IntStream.range(0, objects.size())
                .boxed()
                .sorted(order.thenComparing(Comparator.reverseOrder()))
                .mapToInt(Integer::intValue);
    }

    /** Equal objects compare as 0. */
    private static Comparator<SegmentedObject> bottomFirst(OverlapRule rule) {
        Comparator<SegmentedObject> byArea = Comparator.comparingInt(o -> o.mask().area());
        return switch (rule) {
            case SMALLEST_ON_TOP -> byArea.reversed();
            case HIGHEST_SCORE_ON_TOP -> Comparator.comparingDouble(SegmentedObject::score);
            case LARGEST_ON_TOP -> byArea;
        };
    }

    private void paint(int index) {
        mask(index)
                .forEachRun((y, x0, x1) -> raster.fill(y * width + x0, y * width + x1, index + 1));
    }

    private boolean isVisible(int index) {
        boolean[] found = new boolean[1];
        mask(index)
                .forEachRun(
                        (y, x0, x1) ->
                                found[0] =
                                        found[0]
                                                || raster.holds(
                                                        y * width + x0, y * width + x1, index + 1));
        return found[0];
    }

    private Mask mask(int index) {
        return objects.get(index).mask();
    }

    private Labeling withoutHidden(boolean[] visible, int count) {
        int[] newIds = new int[visible.length + 1];
        List<SegmentedObject> kept = new ArrayList<>(count);
        for (int i = 0; i < visible.length; i++) {
            if (visible[i]) {
                kept.add(objects.get(i));
                newIds[i + 1] = kept.size();
            }
        }
        return new Labeling(noted(visible.length - count, kept), raster.renumber(newIds, count));
    }

    private Segmentation noted(int hidden, List<SegmentedObject> kept) {
        String note =
                hidden
                        + (hidden == 1 ? " object lies" : " objects lie")
                        + " entirely under others and got no label";
        return segmentation
                .withObjects(kept)
                .withSummary(segmentation.summary().withNote(Note.Kind.HIDDEN, note));
    }
}
