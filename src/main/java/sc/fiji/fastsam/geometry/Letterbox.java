package sc.fiji.fastsam.geometry;

/**
 * Where the pixels of an image lie in a network's input: the image is resized to {@code content}
 * and put at {@code (padLeft, padTop)} of an input of size {@code network}; the rest is padding.
 *
 * <p>Coordinates are pixel-edge coordinates (0 is the left edge of the first pixel), so source and
 * network agree at the half-pixel grid: {@code xInNetwork = xInSource * gainX + padLeft}.
 * Prototypes have a quarter of the network's sides.
 *
 * @param source size of the image, in source pixels
 * @param network size of the network's input, in network pixels
 * @param content size of the resized image, in network pixels
 * @param padLeft padding left of the content, in network pixels
 * @param padTop padding above the content, in network pixels
 */
public record Letterbox(Size source, Size network, Size content, int padLeft, int padTop) {

    /**
     * @throws IllegalArgumentException if the content does not fit into the network's input
     */
    public Letterbox {
        if (padLeft < 0
                || padTop < 0
                || padLeft + content.width() > network.width()
                || padTop + content.height() > network.height()) {
            throw new IllegalArgumentException(
                    "The content ("
                            + content
                            + " at "
                            + padLeft
                            + ", "
                            + padTop
                            + ") must lie inside the network's input, "
                            + network
                            + ".");
        }
    }

    /**
     * Fits the whole image into an input of given size, keeping its proportions, centered. Paddings
     * of odd size put the odd pixel right and below.
     */
    public static Letterbox centered(Size source, Size network) {
        double gain =
                Math.min(
                        (double) network.width() / source.width(),
                        (double) network.height() / source.height());
        return of(source, scaled(source, gain), network);
    }

    /**
     * Resizes the image by a factor and pads it, centered, to the next multiples of {@code stride}.
     */
    public static Letterbox scaledBy(Size source, double gain, int stride) {
        Size content = scaled(source, gain);
        Size network =
                new Size(roundUp(content.width(), stride), roundUp(content.height(), stride));
        return of(source, content, network);
    }

    /** Puts an image resized by a factor into the middle of an input of given size. */
    public static Letterbox scaledInto(Size source, double gain, Size network) {
        return of(source, scaled(source, gain), network);
    }

    private static Letterbox of(Size source, Size content, Size network) {
        int left = halfDown(network.width() - content.width());
        int top = halfDown(network.height() - content.height());
        return new Letterbox(source, network, content, left, top);
    }

    /** Network pixels per source pixel, horizontally. */
    public double gainX() {
        return (double) content.width() / source.width();
    }

    /** Network pixels per source pixel, vertically. */
    public double gainY() {
        return (double) content.height() / source.height();
    }

    /** A box in network pixels, in source pixels; not clamped. */
    public Box toSource(Box boxInNetwork) {
        return new Box(
                (float) ((boxInNetwork.x0() - padLeft) / gainX()),
                (float) ((boxInNetwork.y0() - padTop) / gainY()),
                (float) ((boxInNetwork.x1() - padLeft) / gainX()),
                (float) ((boxInNetwork.y1() - padTop) / gainY()));
    }

    private static Size scaled(Size source, double gain) {
        return new Size(
                Math.max(1, (int) Math.rint(source.width() * gain)),
                Math.max(1, (int) Math.rint(source.height() * gain)));
    }

    private static int halfDown(int padding) {
        return Math.max(0, (int) Math.round(padding / 2.0 - 0.1));
    }

    private static int roundUp(int value, int stride) {
        return (value + stride - 1) / stride * stride;
    }
}
