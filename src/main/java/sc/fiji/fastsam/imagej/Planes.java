package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;

/**
 * Planes of ImageJ images as the network reads them. The image is not changed and keeps showing
 * what it shows.
 *
 * <ul>
 *   <li>Gray planes are stretched by the contrast settings. An inverting color table (8 bit's
 *       "Invert LUT") inverts them: the network sees bright what the user sees bright. False colors
 *       are looked through, the values count.
 *   <li>RGB is taken as it is, and so is an 8-bit image whose color table is a palette. Where all
 *       pixels of such a plane are gray, it counts as a gray plane. One of the colors of RGB alone
 *       is a gray plane of 8 bits, which is displayed from 0 to 255.
 *   <li>Of one stain alone its density counts, in RGB and in red, green and blue as channels.
 *   <li>As displayed: composites through their tables and display ranges.
 * </ul>
 */
public final class Planes {

    private Planes() {}

    /**
     * A plane of an image.
     *
     * @param channel as {@link ChannelSource#number}
     * @throws IllegalArgumentException if the image has no such plane or channel
     * @throws java.io.UncheckedIOException if the file behind a virtual stack cannot be read
     */
    public static RgbImage of(
            ImagePlus imp, PlanePosition position, int channel, InputSettings input) {
        return of(imp, position, new ChannelSource(channel), input);
    }

    /** As the other method, with the channel as a value. */
    public static RgbImage of(
            ImagePlus imp, PlanePosition position, ChannelSource channel, InputSettings input) {
        return whole(imp, position, channel, input);
    }

    /**
     * As the other method, of an image of any size: one that is read in parts, or whose planes are
     * too large for what segmenting makes of them, gives a plane that is read in parts.
     *
     * @throws IllegalArgumentException as above
     * @throws java.io.UncheckedIOException as above
     */
    public static RgbPlane ofAnySize(
            ImagePlus imp, PlanePosition position, ChannelSource channel, InputSettings input) {
        Optional<PlaneSource> source = SourceStack.inParts(imp).or(() -> LoadedSource.ofLarge(imp));
        return source.isPresent()
                ? new StoredPlane(imp, source.get(), position, input).toPlane(channel)
                : whole(imp, position, channel, input);
    }

    private static RgbImage whole(
            ImagePlus imp, PlanePosition position, ChannelSource channel, InputSettings input) {
        if (input.isOfStain()) {
            StainedColors.check(imp, channel, input.stain());
            PixelBlock colors = colors(imp, position);
            return PlaneReader.ofArgb(colors.size(), colors.colors(), input);
        }
        if (channel.equals(ChannelSource.DISPLAYED)) {
            return displayed(imp, position);
        }
        if (imp.getBitDepth() == 24) {
            ColorProcessor rgb = (ColorProcessor) PlanePixels.read(imp, position);
            return channel.isNumbered()
                    ? component(rgb, channel.number(), input)
                    : planes(rgb, input);
        }
        int number = channel.isNumbered() ? channel.number() : position.channel();
        return gray(imp, position.withChannel(number), input);
    }

    private static PixelBlock colors(ImagePlus imp, PlanePosition position) {
        Size size = new Size(imp.getWidth(), imp.getHeight());
        return imp.getBitDepth() == 24
                ? PixelBlock.ofRgb(size, (int[]) PlanePixels.read(imp, position).getPixels())
                : PixelBlock.ofRgb(
                        size,
                        bytes(imp, position.withChannel(1)),
                        bytes(imp, position.withChannel(2)),
                        bytes(imp, position.withChannel(3)));
    }

    private static byte[] bytes(ImagePlus imp, PlanePosition position) {
        return (byte[]) PlanePixels.read(imp, position).getPixels();
    }

    private static RgbImage displayed(ImagePlus imp, PlanePosition position) {
        boolean gray =
                imp.getNChannels() == 1
                        && imp.getBitDepth() != 24
                        && imp.getProcessor().isGrayscale();
        return gray
                ? gray(imp, position, new InputSettings(Contrast.DISPLAY, 0, 100))
                : planes(DisplayedPlanes.render(imp, position));
    }

    private static RgbImage component(ColorProcessor rgb, int number, InputSettings input) {
        byte[] bytes = rgb.getChannel(3 - shiftOfColor(number) / 8);
        ByteProcessor plane = new ByteProcessor(rgb.getWidth(), rgb.getHeight(), bytes);
        return RgbImage.gray(size(rgb), GrayValues.stretch(plane, plane.getLut(), input, false));
    }

    /**
     * Where a color's bits lie in a packed pixel.
     *
     * @param number 1 = red, 2 = green, 3 = blue
     * @throws IllegalArgumentException if there is no such color
     */
    public static int shiftOfColor(int number) {
        if (number > 3) {
            throw new IllegalArgumentException(
                    "channel must lie between 1 (red) and 3 (blue) for an RGB image, but was "
                            + number
                            + ".");
        }
        return 8 * (3 - number);
    }

    private static RgbImage gray(ImagePlus imp, PlanePosition position, InputSettings input) {
        ImageProcessor ip = PlanePixels.read(imp, position);
        LUT lut = DisplayRange.of(imp, position.channel());
        LutKind kind = LutKind.of(lut);
        if (kind == LutKind.PALETTE && ip.getBitDepth() == 8 && imp.getNChannels() == 1) {
            return planes(DisplayedPlanes.renderIndexed(ip, lut), input);
        }
        float[] values = GrayValues.stretch(ip, lut, input, kind == LutKind.INVERTED);
        return RgbImage.gray(size(ip), values);
    }

    private static RgbImage planes(ColorProcessor rgb, InputSettings input) {
        return PlaneReader.ofArgb(size(rgb), (int[]) rgb.getPixels(), input);
    }

    private static RgbImage planes(ColorProcessor rgb) {
        return PlaneReader.ofArgb(size(rgb), (int[]) rgb.getPixels());
    }

    private static Size size(ImageProcessor ip) {
        return new Size(ip.getWidth(), ip.getHeight());
    }
}
