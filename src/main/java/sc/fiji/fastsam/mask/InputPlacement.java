package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;

/**
 * Where a network's input lies in the source image.
 *
 * @param letterbox of the part of the image that the network saw; its source pixels count from the
 *     part's corner
 * @param part that part, in source pixels, of the letterbox's source size
 */
public record InputPlacement(Letterbox letterbox, Region part) {

    /**
     * @throws IllegalArgumentException if the part is not of the letterbox's source size
     */
    public InputPlacement {
        if (part.width() != letterbox.source().width()
                || part.height() != letterbox.source().height()) {
            throw new IllegalArgumentException(
                    "The part must be of the letterbox's source size, "
                            + letterbox.source()
                            + ", but was "
                            + part.width()
                            + " x "
                            + part.height()
                            + ".");
        }
    }

    /** The network saw the whole image. */
    public static InputPlacement ofWhole(Letterbox letterbox) {
        return new InputPlacement(letterbox, Region.of(letterbox.source()));
    }

    /** A box in source pixels, clamped to the part. */
    public Box toSource(Box boxInNetwork) {
        return letterbox
                .toSource(boxInNetwork)
                .clampTo(letterbox.source())
                .translate(part.x(), part.y());
    }
}
