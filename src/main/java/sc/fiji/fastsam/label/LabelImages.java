package sc.fiji.fastsam.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.OverlapRule;

/** Label images of segmentations. */
public final class LabelImages {

    private LabelImages() {}

    /** The label image with the smallest object on top. */
    public static Img<? extends IntegerType<?>> create(Segmentation segmentation) {
        return create(segmentation, OverlapRule.SMALLEST_ON_TOP);
    }

    /**
     * The label image: {@code UnsignedShortType} up to 65 535 objects, else {@code IntType}. Ids
     * are those of {@link Labeling}, which also says which object has which.
     */
    public static Img<? extends IntegerType<?>> create(
            Segmentation segmentation, OverlapRule rule) {
        return Labeling.of(segmentation, rule).toImg();
    }

    /**
     * The label image of a stack: x, y, then z where there are several slices and time where there
     * are several frames. Ids begin with 1 in each plane, unless the objects are linked.
     *
     * @param size of each plane
     * @param labelings by slice and frame, both counted from 1; nothing = no objects there
     * @return {@code UnsignedShortType} up to 65 535 objects in each plane, else {@code IntType};
     *     with labels that are painted later, an image whose cells are painted when they are read
     */
    public static Img<? extends IntegerType<?>> stack(
            Size size,
            int slices,
            int frames,
            BiFunction<Integer, Integer, Optional<Labeling>> labelings) {
        List<Optional<Labeling>> planes = new ArrayList<>();
        for (int frame = 1; frame <= frames; frame++) {
            for (int slice = 1; slice <= slices; slice++) {
                planes.add(labelings.apply(slice, frame));
            }
        }
        long[] sides = sides(size, slices, frames);
        List<Labeling> there = planes.stream().flatMap(Optional::stream).toList();
        int most = there.stream().mapToInt(Labeling::maxId).max().orElse(0);
        if (there.stream().anyMatch(Labeling::isPaintedLater)) {
            List<Optional<LabelPlane>> labels =
                    planes.stream().map(plane -> plane.map(Labeling::labels)).toList();
            return PaintedCells.create(sides, labels, most);
        }
        return most <= LabelRaster.MAX_SHORT ? shorts(sides, planes) : ints(sides, planes);
    }

    private static long[] sides(Size size, int slices, int frames) {
        List<Integer> sides = new ArrayList<>(List.of(size.width(), size.height()));
        if (slices > 1) {
            sides.add(slices);
        }
        if (frames > 1) {
            sides.add(frames);
        }
        return sides.stream().mapToLong(Integer::longValue).toArray();
    }

    private static Img<UnsignedShortType> shorts(long[] sides, List<Optional<Labeling>> planes) {
        PlanarImg<UnsignedShortType, ShortArray> stack = PlanarImgs.unsignedShorts(sides);
        for (int i = 0; i < planes.size(); i++) {
            if (planes.get(i).isPresent()) {
                stack.setPlane(i, new ShortArray(planes.get(i).get().raster().toShorts()));
            }
        }
        return stack;
    }

    private static Img<IntType> ints(long[] sides, List<Optional<Labeling>> planes) {
        PlanarImg<IntType, IntArray> stack = PlanarImgs.ints(sides);
        for (int i = 0; i < planes.size(); i++) {
            if (planes.get(i).isPresent()) {
                stack.setPlane(i, new IntArray(planes.get(i).get().raster().toInts()));
            }
        }
        return stack;
    }
}
