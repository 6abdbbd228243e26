package sc.fiji.fastsam;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import sc.fiji.fastsam.engine.ImageObjects;

/**
 * Finds the objects of an image: all of them, or those that points and boxes mean.
 *
 * <pre>{@code
 * cells = FastSam.segment(imp, "diameter=30 min_area=20")
 * cells.toLabelImage().show()
 * cells.select("points=[241,421; 465,312]").addTo(imp)
 * }</pre>
 *
 * <p>Settings are written as in macros, {@code key=value key=[two words]}; those left out have
 * their defaults, docs/settings.md lists them. What menus give out by themselves ({@code labels},
 * {@code rois}, ...) is refused: the result has methods for it.
 *
 * <p>The network is shared with the menu commands of this JVM: opened when needed, freed when idle.
 * Who wants one of their own opens it with {@link #builder}.
 */
public final class FastSam {

    private FastSam() {}

    /** All objects of the plane that an image shows, by the defaults of all settings. */
    public static ImageObjects segment(ImagePlus image) {
        return segment(image, "");
    }

    /**
     * All objects of an image; inside its area selection, where it has one.
     *
     * @param settings as {@code "diameter=30 stack=[whole stack]"}
     * @throws IllegalArgumentException if a key is unknown, a value does not suit its key, or the
     *     image has no such plane
     * @throws java.io.UncheckedIOException if the network cannot be opened
     */
    public static ImageObjects segment(ImagePlus image, String settings) {
        return builder().settings(settings).segment(image);
    }

    /** As {@link #segment(ImagePlus)}, of an ImgLib2 image. */
    public static ImageObjects segment(RandomAccessibleInterval<?> image) {
        return segment(image, "");
    }

    /**
     * All objects of an ImgLib2 image.
     *
     * @param image x, y, then slices and frames where there are any; of a RealType or ARGBType,
     *     beginning anywhere; its first pixel is (0, 0) in the result
     * @param settings as above
     * @throws IllegalArgumentException as above, or if the image is not such
     * @throws java.io.UncheckedIOException if the network cannot be opened
     */
    public static ImageObjects segment(RandomAccessibleInterval<?> image, String settings) {
        return builder().settings(settings).segment(image);
    }

    /**
     * The objects of an image that prompts mean.
     *
     * @param settings as {@code "points=[241,421; 465,312] confidence=0.2"}; without typed prompts
     *     those of {@code source}, by default the image's selection
     * @throws IllegalArgumentException as above, or if there is no prompt for the planes taken
     * @throws java.io.UncheckedIOException if the network cannot be opened
     */
    public static ImageObjects select(ImagePlus image, String settings) {
        return builder().settings(settings).select(image);
    }

    /** Settings one by one, and a network of one's own. */
    public static FastSamBuilder builder() {
        return new FastSamBuilder();
    }
}
