package sc.fiji.fastsam.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.fastsam.detection.Detection;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Letterbox;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * Makes masks in source pixels out of prototypes and coefficients. Only the part of the prototypes
 * that a box covers is combined, and only the pixels that the box touches are looked at: a pixel is
 * set when the bilinearly sampled logit exceeds 0. Where the box cuts a mask straight off, what
 * goes on beyond it is looked at too ({@link CutSides}). Not thread-safe.
 *
 * <p>NB: the reference leaves out the first column and row of pixels unless the box covers them
 * whole, so its masks end one pixel before the border. And a network, whose layers are padded with
 * zeros, sees objects that the image's border cuts end a little before it: boxes by up to about a
 * pixel, logits likewise. So a box that ends within {@value #RIM} pixels of the edge reaches it,
 * and the outermost pixels are taken for their inner neighbors (measured: docs/accuracy.md).
 */
public final class MaskAssembler {

    /** A box that ends nearer to the part's edge reaches it, in source pixels. */
    private static final float RIM = 1.1f;

    /** Detections that one core takes at a time. */
    private static final int PART = 64;

    private final Tensor prototypes;
    private final InputPlacement placement;
    private final LogitWindow window;
    private final PrototypeAxis xAxis;
    private final PrototypeAxis yAxis;
    private int[] firsts = new int[0];
    private float[] weights = new float[0];

    /**
     * @param prototypes [k, y, x]; not copied
     * @param placement of the network's input in the source image
     */
    public MaskAssembler(Tensor prototypes, InputPlacement placement) {
        this.prototypes = prototypes;
        this.placement = placement;
        this.window = new LogitWindow(prototypes);
        Letterbox l = placement.letterbox();
        Region part = placement.part();
        this.xAxis =
                PrototypeAxis.of(
                        part.x(),
                        part.width(),
                        l.gainX(),
                        l.padLeft(),
                        l.network().width(),
                        prototypes.length(2));
        this.yAxis =
                PrototypeAxis.of(
                        part.y(),
                        part.height(),
                        l.gainY(),
                        l.padTop(),
                        l.network().height(),
                        prototypes.length(1));
    }

    /**
     * The objects of all detections whose mask is not empty, in their order. Many are shared out
     * among the processor's cores; the result is the same.
     */
    public List<SegmentedObject> assemble(List<Detection> detections) {
        int parts = (detections.size() + PART - 1) / PART;
        return parts <= 1
                ? assembleAll(detections)
                : IntStream.range(0, parts)
                        .parallel()
                        .mapToObj(i -> part(detections, i))
                        .flatMap(List::stream)
                        .toList();
    }

    private List<SegmentedObject> part(List<Detection> detections, int index) {
        int end = Math.min(detections.size(), (index + 1) * PART);
        return new MaskAssembler(prototypes, placement)
                .assembleAll(detections.subList(index * PART, end));
    }

    private List<SegmentedObject> assembleAll(List<Detection> detections) {
        List<SegmentedObject> objects = new ArrayList<>(detections.size());
        for (Detection detection : detections) {
            assemble(detection).ifPresent(objects::add);
        }
        return objects;
    }

    /** The object of a detection; nothing if no pixel is set inside its box. */
    public Optional<SegmentedObject> assemble(Detection detection) {
        Box box = placement.toSource(detection.boxInNetwork());
        Region pixels = pixels(box);
        if (pixels.isEmpty()) {
            return Optional.empty();
        }
        Mask mask = maskIn(pixels, detection.coefficients());
        CutSides sides = new CutSides(mask, pixels, placement.part());
        if (!sides.grown().equals(pixels)) {
            mask = sides.extended(maskIn(sides.grown(), detection.coefficients()));
        }
        return mask.isEmpty()
                ? Optional.empty()
                : Optional.of(new SegmentedObject(mask, box, detection.score()));
    }

    /**
     * The pixels that a box touches, and the outermost ones of the part that it all but touches.
     */
    private Region pixels(Box box) {
        Region part = placement.part();
        Region touched = Region.ofPixelsTouching(box).intersection(part);
        if (touched.isEmpty()) {
            return touched;
        }
        int x = box.x0() < part.x() + RIM ? part.x() : touched.x();
        int y = box.y0() < part.y() + RIM ? part.y() : touched.y();
        int xEnd = box.x1() > part.xEnd() - RIM ? part.xEnd() : touched.xEnd();
        int yEnd = box.y1() > part.yEnd() - RIM ? part.yEnd() : touched.yEnd();
        return new Region(x, y, xEnd - x, yEnd - y);
    }

    private Mask maskIn(Region pixels, float[] coefficients) {
        int x0 = xAxis.before(pixels.x());
        int y0 = yAxis.before(pixels.y());
        int x1 = xAxis.end(pixels.xEnd() - 1);
        int y1 = yAxis.end(pixels.yEnd() - 1);
        window.combine(coefficients, new Region(x0, y0, x1 - x0, y1 - y0));
        prepareColumns(pixels, x0);
        MaskBuilder builder = new MaskBuilder(pixels);
        for (int y = pixels.y(); y < pixels.yEnd(); y++) {
            float[] row = window.rowAt(yAxis.before(y) - y0, yAxis.weight(y));
            addRow(builder, row, pixels, y);
        }
        return builder.toMask();
    }

    private void prepareColumns(Region pixels, int x0) {
        if (firsts.length < pixels.width()) {
            firsts = new int[pixels.width()];
            weights = new float[pixels.width()];
        }
        for (int i = 0; i < pixels.width(); i++) {
            firsts[i] = xAxis.before(pixels.x() + i) - x0;
            weights[i] = xAxis.weight(pixels.x() + i);
        }
    }

    private void addRow(MaskBuilder builder, float[] row, Region pixels, int y) {
        long bits = 0;
        int x = pixels.x();
        for (int i = 0; i < pixels.width(); i++, x++) {
            float left = row[firsts[i]];
            float logit = left + weights[i] * (row[firsts[i] + 1] - left);
            bits |= (logit > 0 ? 1L : 0L) << x;
            if ((x & 63) == 63) {
                builder.setWord(x, y, bits);
                bits = 0;
            }
        }
        if ((x & 63) != 0) {
            builder.setWord(x, y, bits);
        }
    }

    /**
     * One axis of the bilinear sampling of prototypes at source pixels, on the half-pixel grid:
     * both rasters agree at pixel edges. Beyond the outer prototype pixels' centers these are
     * repeated.
     *
     * @param step prototype pixels per source pixel
     * @param shift prototype coordinate of the center of source pixel 0, first center being 0
     * @param length of the axis, in prototype pixels
     * @param first source pixel that is sampled; pixels before are taken for it
     * @param last source pixel that is sampled; pixels after are taken for it
     */
    private record PrototypeAxis(double step, double shift, int length, int first, int last) {

        /**
         * @param origin source pixel at which the network's content begins
         * @param pixels number of source pixels of the content
         * @param gain network pixels per source pixel
         * @param padding before the content, in network pixels
         * @param networkLength of the axis, in network pixels
         * @param length of the axis, in prototype pixels
         */
        static PrototypeAxis of(
                int origin, int pixels, double gain, int padding, int networkLength, int length) {
            double scale = (double) length / networkLength;
            double shift = ((0.5 - origin) * gain + padding) * scale - 0.5;
            int rim = pixels > 2 ? 1 : 0;
            return new PrototypeAxis(
                    gain * scale, shift, length, origin + rim, origin + pixels - 1 - rim);
        }

        /** Prototype coordinate of a source pixel's center, 0 .. length - 1. */
        double at(int pixel) {
            int sampled = Math.max(first, Math.min(last, pixel));
            return Math.max(0, Math.min(length - 1, sampled * step + shift));
        }

        /** First of the two prototype pixels around a source pixel's center. */
        int before(int pixel) {
            return (int) at(pixel);
        }

        /** Weight of the second of them, 0 .. 1. */
        float weight(int pixel) {
            double at = at(pixel);
            return (float) (at - (int) at);
        }

        /** First prototype pixel after those around a source pixel's center. */
        int end(int pixel) {
            return Math.min(length, before(pixel) + 2);
        }
    }
}
