package sc.fiji.fastsam.label;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;

/** Ids that are painted where they are asked for: memory goes with objects, not with pixels. */
final class PaintedLabels implements LabelPlane {

    private final List<Mask> bottomFirst;
    private final int[] ids;
    private final int maxId;
    private final MaskSquares squares;

    /**
     * @param bottomFirst masks in the order of painting
     * @param ids of the masks; 0 = not painted
     */
    PaintedLabels(Size plane, List<Mask> bottomFirst, int[] ids) {
        this(bottomFirst, ids, new MaskSquares(plane, bottomFirst));
    }

    private PaintedLabels(List<Mask> bottomFirst, int[] ids, MaskSquares squares) {
        this.bottomFirst = bottomFirst;
        this.ids = ids;
        this.maxId = Arrays.stream(ids).max().orElse(0);
        this.squares = squares;
    }

    @Override
    public LabelRaster read(Region region) {
        LabelRaster raster = LabelRaster.create(Math.toIntExact(region.area()), maxId);
        squares.reaching(region)
                .filter(i -> ids[i] != 0)
                .forEach(i -> paint(bottomFirst.get(i), ids[i], region, raster));
        return raster;
    }

    private static void paint(Mask mask, int id, Region region, LabelRaster raster) {
        mask.forEachRun(
                region,
                (y, x0, x1) -> {
                    int row = (y - region.y()) * region.width() - region.x();
                    raster.fill(row + x0, row + x1, id);
                });
    }

    /** Ids that a pixel of the plane has. */
    BitSet visible() {
        BitSet seen = new BitSet();
        IntStream.range(0, ids.length)
                .filter(i -> !bottomFirst.get(i).isEmpty())
                .forEach(i -> seen.set(ids[i]));
        covered().forEach((i, upper) -> seen.set(ids[i], shows(i, upper)));
        seen.clear(0);
        return seen;
    }

    /** For each mask that others lie on, these. */
    private Map<Integer, List<MaskSquares.Overlap>> covered() {
        return squares.overlaps().stream()
                .collect(Collectors.groupingBy(MaskSquares.Overlap::lower));
    }

    private boolean shows(int place, List<MaskSquares.Overlap> upper) {
        Mask mask = bottomFirst.get(place);
        long covered =
                upper.stream()
                        .mapToLong(o -> mask.intersectionArea(bottomFirst.get(o.upper())))
                        .sum();
        if (covered < mask.area()) {
            return true;
        }
        MaskBuilder rest = new MaskBuilder(mask.bounds());
        rest.add(mask);
        upper.forEach(overlap -> rest.remove(bottomFirst.get(overlap.upper())));
        return !rest.toMask().isEmpty();
    }

    @Override
    public LabelPlane renumber(int[] newIds, int maxId) {
        int[] others = Arrays.stream(ids).map(id -> newIds[id]).toArray();
        return new PaintedLabels(bottomFirst, others, squares);
    }
}
