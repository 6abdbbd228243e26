package sc.fiji.fastsam.label;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.OverlapRule;

/**
 * A label image and the objects it shows: id {@code ids.get(i)} belongs to object i of {@link
 * #segmentation}.
 *
 * <p>Ids are 1..N without gaps, in the order of the objects, unless they are those of a stack whose
 * objects are linked ({@link #withIds}). An object that others cover entirely has no pixel of its
 * own; it is left out of the segmentation held here, and a note says how many were. So labels, ROIs
 * and table rows made from one labeling agree.
 *
 * @param segmentation the visible objects; their masks are whole, also where another is on top
 * @param labels ids of the plane
 * @param ids of the objects, in their order
 */
public record Labeling(Segmentation segmentation, LabelPlane labels, List<Integer> ids) {

    /** Of labels that are looked at in parts. */
    private static final Size PART = new Size(1024, 1024);

    /** Copies the ids. */
    public Labeling {
        ids = List.copyOf(ids);
    }

    /** Ids 1..N. */
    Labeling(Segmentation segmentation, LabelPlane labels) {
        this(
                segmentation,
                labels,
                IntStream.rangeClosed(1, segmentation.objects().size()).boxed().toList());
    }

    /** Paints the objects of a segmentation. */
    public static Labeling of(Segmentation segmentation, OverlapRule rule) {
        return new Painter(segmentation, rule).paint();
    }

    /**
     * The same, but painted only where ids are asked for, so that memory goes with the objects: for
     * planes of any size.
     */
    public static Labeling inParts(Segmentation segmentation, OverlapRule rule) {
        return new Painter(segmentation, rule).inParts();
    }

    /**
     * The same objects with other ids.
     *
     * @param other of the objects, in their order
     * @param most greatest id of the whole stack, which decides the type of the raster
     */
    public Labeling withIds(List<Integer> other, int most) {
        int[] newIds = new int[maxId() + 1];
        for (int i = 0; i < other.size(); i++) {
            newIds[ids.get(i)] = other.get(i);
        }
        return new Labeling(segmentation, labels.renumber(newIds, most), other);
    }

    /**
     * Some of the objects with their ids, painted anew, so that those under others are whole.
     *
     * @param wanted asked with the place of each object
     */
    public Labeling only(IntPredicate wanted, OverlapRule rule) {
        Map<SegmentedObject, Integer> known = new IdentityHashMap<>();
        for (int i = 0; i < count(); i++) {
            if (wanted.test(i)) {
                known.put(segmentation.objects().get(i), ids.get(i));
            }
        }
        List<SegmentedObject> kept =
                segmentation.objects().stream().filter(known::containsKey).toList();
        Segmentation some = segmentation.withObjects(kept);
        Labeling painted = isPaintedLater() ? inParts(some, rule) : of(some, rule);
        return painted.withIds(
                painted.segmentation.objects().stream().map(known::get).toList(), maxId());
    }

    /** Number of objects. */
    public int count() {
        return segmentation.objects().size();
    }

    /** Greatest id, 0 without objects. */
    public int maxId() {
        return ids.isEmpty() ? 0 : Collections.max(ids);
    }

    /**
     * The id at a pixel of the plane, 0 = background.
     *
     * @throws IllegalArgumentException if the pixel lies outside
     */
    public int labelAt(int x, int y) {
        if (!Region.of(segmentation.size()).contains(x, y)) {
            throw new IllegalArgumentException(
                    "The pixel must lie inside of the plane ("
                            + segmentation.size()
                            + "), but was at "
                            + x
                            + ", "
                            + y
                            + ".");
        }
        return labels.read(new Region(x, y, 1, 1)).get(0);
    }

    /** Number of pixels that have an id; part by part. */
    public long labeledPixels() {
        TileGrid parts = new TileGrid(segmentation.size(), PART);
        return LongStream.range(0, parts.count())
                .mapToObj(part -> labels.read(parts.region(part)))
                .mapToLong(LabelRaster::labeled)
                .sum();
    }

    /** All ids of the plane, row by row, in memory of their own. */
    public LabelRaster raster() {
        return labels.read(Region.of(segmentation.size()));
    }

    /** True for labels of {@link #inParts}. */
    public boolean isPaintedLater() {
        return labels instanceof PaintedLabels;
    }

    /**
     * The ids as a new image, or as one whose cells are painted when they are read: {@code
     * UnsignedShortType} or {@code IntType}. What is written into it changes nothing here.
     */
    public Img<? extends IntegerType<?>> toImg() {
        Size size = segmentation.size();
        if (isPaintedLater()) {
            long[] sides = {size.width(), size.height()};
            return PaintedCells.create(sides, List.of(Optional.of(labels)), maxId());
        }
        return raster().toImg(size.width(), size.height());
    }
}
