package sc.fiji.fastsam.label;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.OverlapRule;

/**
 * A label image and the objects it shows: id i belongs to object i - 1 of {@link #segmentation}.
 *
 * <p>Ids are 1..N without gaps, in the order of the objects. An object that others cover entirely
 * has no pixel of its own; it is left out of the segmentation held here, and a note says how many
 * were. So labels, ROIs and table rows made from one labeling agree.
 *
 * @param segmentation the visible objects; their masks are whole, also where another is on top
 * @param raster ids of the plane
 */
public record Labeling(Segmentation segmentation, LabelRaster raster) {

    /** Paints the objects of a segmentation. */
    public static Labeling of(Segmentation segmentation, OverlapRule rule) {
        return new Painter(segmentation, rule).paint();
    }

    /** Number of objects, which is the greatest id. */
    public int count() {
        return segmentation.objects().size();
    }

    /** The id at a pixel of the plane, 0 = background. */
    public int labelAt(int x, int y) {
        return raster.get(y * segmentation.size().width() + x);
    }

    /** The ids as an image over the same memory: {@code UnsignedShortType} or {@code IntType}. */
    public Img<? extends IntegerType<?>> toImg() {
        Size size = segmentation.size();
        return raster.toImg(size.width(), size.height());
    }
}
