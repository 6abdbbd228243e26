package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.Stain;

/**
 * A channel whose values are measured beside those of the active one. The channels of an RGB image
 * are its red, green and blue; where one stain is looked at, the densities of all are channels too.
 *
 * @param name of its columns
 * @param plane its pixels
 */
public record MeasuredChannel(ChannelName name, MeasuredPlane plane) {

    private static final int COLORS = 3;

    /**
     * The stains of a section.
     *
     * @param image RGB, or shown as a composite
     * @param position slice and frame
     */
    public static List<MeasuredChannel> ofStains(ImagePlus image, PlanePosition position) {
        return Stream.of(Stain.HEMATOXYLIN, Stain.EOSIN, Stain.DAB)
                .map(stain -> of(image, position, stain))
                .toList();
    }

    private static MeasuredChannel of(ImagePlus image, PlanePosition position, Stain stain) {
        PlaneSource densities = Planes.densities(image, position, stain);
        return new MeasuredChannel(
                ChannelName.of(stain), MeasuredPlane.of(image, position, densities));
    }

    /**
     * The channels of an image that are asked for.
     *
     * @param position slice and frame
     * @param wanted nothing if only the active channel is measured
     * @throws IllegalArgumentException if the image has no such channel
     */
    public static List<MeasuredChannel> of(
            ImagePlus image, PlanePosition position, IndexRange wanted) {
        if (wanted.equals(IndexRange.SHOWN)) {
            return List.of();
        }
        check(image, wanted);
        return wanted.in(position.channel(), count(image)).stream()
                .map(number -> of(image, position, number))
                .toList();
    }

    private static MeasuredChannel of(ImagePlus image, PlanePosition position, int number) {
        if (!isColor(image)) {
            return new MeasuredChannel(
                    ChannelName.of(number), MeasuredPlane.of(image, position.withChannel(number)));
        }
        MeasuredPlane all = MeasuredPlane.of(image, position);
        return new MeasuredChannel(
                ChannelName.of(number), all.withPixels(new OfColor(all.pixels(), number)));
    }

    /**
     * @throws IllegalArgumentException if the image has no such channel
     */
    public static void check(ImagePlus image, IndexRange wanted) {
        int count = count(image);
        for (int number : wanted.in(1, count)) {
            if (number > count) {
                throw new IllegalArgumentException(
                        "measure_channels must "
                                + (count == 1 ? "be 1" : "lie between 1 and " + count)
                                + " for this image, but was "
                                + wanted
                                + ". Give the numbers of channels that it has, or all.");
            }
        }
    }

    private static int count(ImagePlus image) {
        return isColor(image) ? COLORS : image.getNChannels();
    }

    private static boolean isColor(ImagePlus image) {
        return image.getBitDepth() == 24;
    }

    /** The same while many of its objects are measured: see {@link MeasuredPlane.Pixels#opened}. */
    MeasuredChannel opened() {
        return new MeasuredChannel(name, plane.opened());
    }

    /** One color of RGB pixels. */
    private record OfColor(MeasuredPlane.Pixels pixels, int number)
            implements MeasuredPlane.Pixels {

        @Override
        public MeasuredPlane.Part part(Region region) {
            MeasuredPlane.Part all = pixels.part(region);
            ImageProcessor colors = all.processor();
            byte[] values = new byte[Math.toIntExact(region.area())];
            int at = 0;
            for (int y = region.y(); y < region.yEnd(); y++) {
                int from = all.index(region.x(), y);
                for (int x = 0; x < region.width(); x++) {
                    values[at++] = (byte) (colors.get(from + x) >> 8 * (COLORS - number));
                }
            }
            ByteProcessor own = new ByteProcessor(region.width(), region.height(), values);
            return new MeasuredPlane.Part(own, region.x(), region.y());
        }

        @Override
        public MeasuredPlane.Pixels opened() {
            return new OfColor(pixels.opened(), number);
        }

        @Override
        public int block() {
            return pixels.block();
        }
    }
}
