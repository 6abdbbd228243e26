package sc.fiji.fastsam.imagej.roi;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Pictures of outlines on the image as the network saw it. Needs no display. */
public final class OverlayPicture {

    /** Longer side per pixel of line width. */
    private static final float SIDE_PER_WIDTH = 750;

    private static final float MIN_WIDTH = 1.5f;

    /** Longest side of a picture. */
    private static final int LONGEST = 4096;

    private OverlayPicture() {}

    /** The size of an image's picture: the image's, or smaller where that is longer than 4096. */
    public static Size size(Size image) {
        return size(image, LONGEST);
    }

    /** The same for a picture of another length. */
    public static Size size(Size image, int longest) {
        double scale = Math.min(1, (double) longest / image.longSide());
        return new Size(
                (int) Math.max(1, Math.round(image.width() * scale)),
                (int) Math.max(1, Math.round(image.height() * scale)));
    }

    /**
     * Draws the outlines in the colors of the labels, on a {@link Casing}.
     *
     * @param planes the image at the size of the picture
     * @param image size of the image in whose pixels the objects are
     * @param labels of the objects, in their order
     * @return a picture of the planes' size, without alpha
     */
    public static BufferedImage create(
            RgbImage planes,
            Size image,
            List<SegmentedObject> objects,
            List<Integer> labels,
            ObjectColors colors) {
        BufferedImage picture = toImage(planes);
        Graphics2D g = smooth(picture.createGraphics());
        float width = Math.max(MIN_WIDTH, image.longSide() / SIDE_PER_WIDTH);
        if (!planes.size().equals(image)) {
            // NB: objects are small there; lines are one pixel of the picture wide.
            width = (float) image.longSide() / planes.size().longSide();
            g.scale(
                    (double) planes.size().width() / image.width(),
                    (double) planes.size().height() / image.height());
        }
        Outlines outlines = Outlines.of(objects);
        g.setStroke(new BasicStroke(Casing.under(width)));
        g.setColor(Casing.COLOR);
        outlines.forEach((i, outline) -> g.draw(outline));
        g.setStroke(new BasicStroke(width));
        outlines.forEach(
                (i, outline) -> {
                    g.setColor(colors.of(labels.get(i)));
                    g.draw(outline);
                });
        g.dispose();
        return picture;
    }

    /** Outlines of many objects: kept, or traced again each time where they are too many. */
    private record Outlines(List<SegmentedObject> objects, List<Path2D> kept) {

        private static final int MOST_KEPT = 20_000;

        static Outlines of(List<SegmentedObject> objects) {
            return new Outlines(
                    objects,
                    objects.size() > MOST_KEPT
                            ? List.of()
                            : objects.stream().map(Outlines::trace).toList());
        }

        void forEach(BiConsumer<Integer, Path2D> consumer) {
            for (int i = 0; i < objects.size(); i++) {
                consumer.accept(i, kept.isEmpty() ? trace(objects.get(i)) : kept.get(i));
            }
        }

        private static Path2D trace(SegmentedObject object) {
            return MaskRois.path(BorderTracer.trace(object.mask()));
        }
    }

    private static Graphics2D smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    /** Writes a picture as it was made here as a PNG file; leaves the stream open. */
    public static void write(BufferedImage picture, OutputStream out) throws IOException {
        PngWriter.write(picture, out);
    }

    /**
     * A small picture: the image alone at the left, with outlines one pixel wide at the right.
     *
     * @param planes the image as the network saw it, at any size
     * @param side longer side of either; a smaller image keeps its size
     * @param image size of the image in whose pixels the objects are
     * @param labels of the objects, in their order
     */
    public static BufferedImage pair(
            RgbImage planes,
            int side,
            Size image,
            List<SegmentedObject> objects,
            List<Integer> labels,
            ObjectColors colors) {
        Size size = size(planes.size(), side);
        int[] plain = resized(planes, size);
        SmallOutlines outlined = new SmallOutlines(plain.clone(), size, image);
        for (int i = 0; i < objects.size(); i++) {
            outlined.draw(objects.get(i).mask(), colors.of(labels.get(i)).getRGB());
        }
        BufferedImage pair =
                new BufferedImage(2 * size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        put(plain, size, 0, pair);
        put(outlined.rgb(), size, size.width(), pair);
        return pair;
    }

    private static BufferedImage toImage(RgbImage planes) {
        int[] rgb = new int[planes.red().length];
        boolean gray = planes.isGray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] =
                    gray
                            ? to8Bit(planes.red()[i]) * 0x010101
                            : rgb(planes.red()[i], planes.green()[i], planes.blue()[i]);
        }
        BufferedImage picture =
                new BufferedImage(
                        planes.size().width(), planes.size().height(), BufferedImage.TYPE_INT_RGB);
        put(rgb, planes.size(), 0, picture);
        return picture;
    }

    /** The image at another size: each pixel the mean of those, at most 4 x 4, that it covers. */
    private static int[] resized(RgbImage planes, Size size) {
        int[] rgb = new int[size.width() * size.height()];
        Sampler sampler = new Sampler(planes.size(), size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                rgb[y * size.width() + x] =
                        rgb(
                                sampler.mean(planes.red(), x, y),
                                sampler.mean(planes.green(), x, y),
                                sampler.mean(planes.blue(), x, y));
            }
        }
        return rgb;
    }

    private static void put(int[] rgb, Size size, int x, BufferedImage picture) {
        picture.getRaster().setDataElements(x, 0, size.width(), size.height(), rgb);
    }

    private static int rgb(float red, float green, float blue) {
        return to8Bit(red) << 16 | to8Bit(green) << 8 | to8Bit(blue);
    }

    private static int to8Bit(float value) {
        float scaled = 255 * Math.max(0, Math.min(1, value));
        // NB: as Math.round has it, but quickly: the sum is exact in 64 bits.
        return (int) (scaled + 0.5);
    }

    /**
     * Means of a plane for the pixels of a smaller or equal picture.
     *
     * @param from size of the plane
     * @param to size of the picture
     */
    private record Sampler(Size from, Size to) {

        private static final int MOST = 4;

        float mean(float[] plane, int x, int y) {
            int across = samples(from.width(), to.width());
            int down = samples(from.height(), to.height());
            float sum = 0;
            for (int j = 0; j < down; j++) {
                int row = at(y, j, down, from.height(), to.height());
                for (int i = 0; i < across; i++) {
                    int column = at(x, i, across, from.width(), to.width());
                    sum += plane[row * from.width() + column];
                }
            }
            return sum / (across * down);
        }

        private static int samples(int from, int to) {
            return Math.min(MOST, Math.max(1, from / to));
        }

        private static int at(int target, int sample, int samples, int from, int to) {
            return Math.min(from - 1, (int) ((target + (sample + 0.5) / samples) * from / to));
        }
    }
}
