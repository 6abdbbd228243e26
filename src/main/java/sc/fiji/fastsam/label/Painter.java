package sc.fiji.fastsam.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    private final OverlapRule rule;

    Painter(Segmentation segmentation, OverlapRule rule) {
        this.segmentation = segmentation;
        this.objects = segmentation.objects();
        this.width = segmentation.size().width();
        this.rule = rule;
    }

    Labeling paint() {
        LabelRaster raster =
                LabelRaster.create(Math.toIntExact(segmentation.size().area()), objects.size());
        paintingOrder().forEach(index -> paint(index, raster));
        BitSet visible = new BitSet();
        for (int i = 0; i < objects.size(); i++) {
            visible.set(i + 1, isVisible(i, raster));
        }
        return showing(visible, new RasterLabels(width, raster));
    }

    Labeling inParts() {
        int[] order = paintingOrder().toArray();
        List<Mask> masks = Arrays.stream(order).mapToObj(this::mask).toList();
        int[] ids = Arrays.stream(order).map(index -> index + 1).toArray();
        PaintedLabels labels = new PaintedLabels(segmentation.size(), masks, ids);
        return showing(labels.visible(), labels);
    }

    /**
     * @param visible ids that a pixel has
     */
    private Labeling showing(BitSet visible, LabelPlane labels) {
        return visible.cardinality() == objects.size()
                ? new Labeling(segmentation, labels)
                : withoutHidden(visible, labels);
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
        Comparator<SegmentedObject> byArea = Comparator.comparingLong(o -> o.mask().area());
        return switch (rule) {
            case SMALLEST_ON_TOP -> byArea.reversed();
            case HIGHEST_SCORE_ON_TOP -> Comparator.comparingDouble(SegmentedObject::score);
            case LARGEST_ON_TOP -> byArea;
        };
    }

    private void paint(int index, LabelRaster raster) {
        mask(index)
                .forEachRun((y, x0, x1) -> raster.fill(y * width + x0, y * width + x1, index + 1));
    }

    private boolean isVisible(int index, LabelRaster raster) {
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

    private Labeling withoutHidden(BitSet visible, LabelPlane labels) {
        int[] newIds = new int[objects.size() + 1];
        List<SegmentedObject> kept = new ArrayList<>();
        for (int id = 1; id < newIds.length; id++) {
            if (visible.get(id)) {
                kept.add(objects.get(id - 1));
                newIds[id] = kept.size();
            }
        }
        return new Labeling(
                noted(objects.size() - kept.size(), kept), labels.renumber(newIds, kept.size()));
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
