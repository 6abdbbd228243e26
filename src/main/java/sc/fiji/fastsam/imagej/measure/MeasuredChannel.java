package sc.fiji.fastsam.imagej.measure;

import ij.ImagePlus;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.fastsam.image.StainDensity;
import sc.fiji.fastsam.imagej.PlanePosition;
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
     * @param image in RGB, or of red, green and blue as channels of 8 bits
     * @param position slice and frame
     */
    public static List<MeasuredChannel> ofStains(ImagePlus image, PlanePosition position) {
        MeasuredPlane colors = colors(image, position);
        return Stream.of(Stain.HEMATOXYLIN, Stain.EOSIN, Stain.DAB)
                .map(stain -> of(colors, stain))
                .toList();
    }

    private static MeasuredPlane colors(ImagePlus image, PlanePosition position) {
        MeasuredPlane plane = MeasuredPlane.of(image, position);
        return isColor(image)
                ? plane
                : plane.withPixels(
                        ColorPixels.joined(
                                Stream.of(1, 2, 3)
                                        .map(position::withChannel)
                                        .map(place -> MeasuredPlane.of(image, place).pixels())
                                        .toList()));
    }

    private static MeasuredChannel of(MeasuredPlane colors, Stain stain) {
        return new MeasuredChannel(
                ChannelName.of(stain),
                colors.withPixels(ColorPixels.density(colors.pixels(), StainDensity.of(stain))));
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
                ChannelName.of(number), all.withPixels(ColorPixels.color(all.pixels(), number)));
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
}
