package sc.fiji.fastsam.label;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;

/** Masks as ImgLib2 regions. */
public final class ObjectRegions {

    private ObjectRegions() {}

    /**
     * A mask's pixels.
     *
     * <p>NB: ImgLib2's own IterableRegion is in imglib2-roi, which this project cannot depend on.
     *
     * @return x, y, over the mask's bounds in source pixels; true = belongs to the object
     */
    public static RandomAccessibleInterval<BitType> of(Mask mask) {
        Region bounds = mask.bounds();
        Img<BitType> bits = ArrayImgs.bits(bounds.width(), bounds.height());
        var access = bits.randomAccess();
        mask.forEachRun(
                (y, x0, x1) -> {
                    for (int x = x0; x < x1; x++) {
                        access.setPositionAndGet(x - bounds.x(), y - bounds.y()).set(true);
                    }
                });
        return Views.translate(bits, bounds.x(), bounds.y());
    }
}
