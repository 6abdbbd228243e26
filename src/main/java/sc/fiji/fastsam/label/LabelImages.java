package sc.fiji.fastsam.label;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
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
}
