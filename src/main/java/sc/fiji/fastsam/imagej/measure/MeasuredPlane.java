package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.PlanePixels;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.UnreadImageException;

/**
 * The original pixels that measures come from, with their calibration. RGB pixels count by their
 * luminance, weighted and rounded as ImageJ does.
 *
 * @param size of the plane
 * @param pixels of the plane, or of its parts where it is read in parts
 * @param calibration of lengths and of values
 * @param position of the plane
 * @param place where its regions show
 */
public record MeasuredPlane(
        Size size, Pixels pixels, Calibration calibration, PlanePosition position, RoiPlace place) {

    /** Gives pixels of a plane. */
    public interface Pixels {

        /** Those of a part at least. */
        Part part(Region region);

        /**
         * The same while many parts are asked for: what takes long to read is read once, and
         * forgotten with what is returned.
         */
        default Pixels opened() {
            return this;
        }

        /** Side of the squares in which parts are best asked for; 0 = in any order. */
        default int block() {
            return 0;
        }
    }

    /**
     * Pixels that are in memory.
     *
     * @param processor the pixels
     * @param x column of its first pixel in the plane
     * @param y row of its first pixel in the plane
     */
    public record Part(ImageProcessor processor, int x, int y) {

        /** Index of a pixel of the plane among those of the processor. */
        int index(int xInPlane, int yInPlane) {
            return (yInPlane - y) * processor.getWidth() + xInPlane - x;
        }
    }

    /**
     * A plane of an image.
     *
     * @throws UncheckedIOException now or later, if the file behind it cannot be read
     */
    public static MeasuredPlane of(ImagePlus imp, PlanePosition position) {
        Optional<PlaneSource> source = SourceStack.inParts(imp);
        Pixels pixels;
        if (source.isPresent()) {
            pixels = new Stored(imp, source.get(), index(imp, position));
        } else if (imp.getStack().isVirtual()) {
            position.stackIndexIn(imp);
            pixels = new Virtual(imp, position);
        } else {
            pixels = whole(PlanePixels.read(imp, position));
        }
        return new MeasuredPlane(
                new Size(imp.getWidth(), imp.getHeight()),
                pixels,
                imp.getCalibration().copy(),
                position,
                RoiPlace.of(imp, position));
    }

    private static Pixels whole(ImageProcessor processor) {
        Part all = new Part(processor, 0, 0);
        return region -> all;
    }

    private static PlaneIndex index(ImagePlus imp, PlanePosition position) {
        position.stackIndexIn(imp);
        return new PlaneIndex(position.channel() - 1, position.slice() - 1, position.frame() - 1);
    }

    /** NB: planes of virtual stacks are not kept, or all of the stack would be in memory. */
    private record Virtual(ImagePlus image, PlanePosition position) implements Pixels {

        @Override
        public Part part(Region region) {
            return opened().part(region);
        }

        @Override
        public Pixels opened() {
            return whole(PlanePixels.read(image, position));
        }
    }

    /** NB: holds the image, whose file is closed when nobody does. */
    private record Stored(ImagePlus image, PlaneSource source, PlaneIndex plane) implements Pixels {

        private static final int LEAST_BLOCK = 256;
        private static final int MOST_BLOCK = 1024;

        @Override
        public Part part(Region region) {
            try {
                ImageProcessor pixels = SourceStack.processor(source.region(plane, 0, region));
                return new Part(pixels, region.x(), region.y());
            } catch (IOException e) {
                throw new UnreadImageException(e);
            }
        }

        @Override
        public Pixels opened() {
            return isInStrips() ? new Windows(this) : this;
        }

        private boolean isInStrips() {
            return source.blockSize(0).width() == source.layout().size().width();
        }

        @Override
        public int block() {
            int height = source.blockSize(0).height();
            return isInStrips() ? MOST_BLOCK : Math.max(LEAST_BLOCK, Math.min(height, MOST_BLOCK));
        }
    }

    /**
     * Parts of larger ones of an image that is stored by rows, of which the last is kept: objects
     * come one after the other from left to right in rows of blocks, and reading each by itself
     * would take many short reads. Not thread-safe.
     */
    private static final class Windows implements Pixels {

        private static final int WIDTH = 4096;
        private static final long MOST_PIXELS = 1 << 23;

        private final Stored stored;
        private Region window = new Region(0, 0, 0, 0);
        private Part last;

        Windows(Stored stored) {
            this.stored = stored;
        }

        @Override
        public Part part(Region region) {
            if (!window.intersection(region).equals(region)) {
                Region next = around(region);
                if (next.area() > MOST_PIXELS) {
                    return stored.part(region);
                }
                last = stored.part(next);
                window = next;
            }
            return last;
        }

        /** From the object on to the right, and down for objects that begin in the same row. */
        private Region around(Region region) {
            int top = region.y() / block() * block();
            int width = Math.max(WIDTH, region.width());
            int height = Math.max(block() + Stored.LEAST_BLOCK, region.yEnd() - top);
            Size plane = stored.source.layout().size();
            return new Region(region.x(), top, width, height).intersection(Region.of(plane));
        }

        @Override
        public int block() {
            return stored.block();
        }
    }

    /** The same plane with other pixels, of its size. */
    MeasuredPlane withPixels(Pixels other) {
        return new MeasuredPlane(size, other, calibration, position, place);
    }

    /** The same while many of its objects are measured: see {@link Pixels#opened}. */
    MeasuredPlane opened() {
        return withPixels(pixels.opened());
    }

    /** The value of a pixel of the plane that is in a part, in the calibration's unit. */
    double value(Part part, int x, int y) {
        ImageProcessor pixels = part.processor();
        int index = part.index(x, y);
        if (pixels instanceof ColorProcessor rgb) {
            return luminance(rgb, rgb.get(index));
        }
        return pixels instanceof FloatProcessor || !calibration.calibrated()
                ? pixels.getf(index)
                : calibration.getCValue(pixels.get(index));
    }

    private static double luminance(ColorProcessor pixels, int rgb) {
        double[] weights = pixels.getRGBWeights();
        if (weights == null) {
            weights = ColorProcessor.getWeightingFactors();
        }
        double red = weights[0] * (rgb >> 16 & 0xff);
        double green = weights[1] * (rgb >> 8 & 0xff);
        return (int) (red + green + weights[2] * (rgb & 0xff) + 0.5);
    }
}
