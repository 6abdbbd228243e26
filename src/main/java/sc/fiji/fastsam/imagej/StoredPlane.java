package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.process.LUT;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import sc.fiji.fastsam.image.ChannelValues;
import sc.fiji.fastsam.image.PlaneContrast;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.image.SourcePlane;
import sc.fiji.fastsam.image.StainDensity;
import sc.fiji.fastsam.image.ValueRange;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.RgbChannels;
import sc.fiji.fastsam.io.UnreadImageException;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;

/**
 * A plane of an image that is read in parts, by the rules of {@link Planes}. Contrast is one for
 * the whole plane: see {@link PlaneContrast}.
 */
record StoredPlane(
        ImagePlus image, PlaneSource source, PlanePosition position, InputSettings input) {

    private static final ValueRange COLORS = new ValueRange(0, 255);

    RgbPlane toPlane(ChannelSource channel) {
        if (input.isOfStain()) {
            StainedColors.check(image, channel, input.stain());
            return stained();
        }
        boolean displayed = channel.equals(ChannelSource.DISPLAYED);
        boolean gray = source.layout().type() != PixelType.RGB;
        if (displayed && gray && source.layout().planes().channels() > 1) {
            return new StoredChannels(image, source, position, this::shownRange).toPlane();
        }
        int number = channel.isNumbered() ? channel.number() : position.channel();
        if (!gray) {
            return channel.isNumbered() ? component(number) : colors(displayed);
        }
        position.withChannel(number).stackIndexIn(image);
        LUT lut = DisplayRange.of(image, number);
        LutKind kind = LutKind.of(lut);
        boolean alone = image.getNChannels() == 1;
        if (kind == LutKind.PALETTE && alone && source.layout().type() == PixelType.UINT8) {
            return plane(number, false, block -> ChannelValues.of(palette(block, lut)));
        }
        ValueRange range = range(number, lut, displayed ? Contrast.DISPLAY : input.contrast());
        boolean inverted = kind == LutKind.INVERTED;
        return plane(number, true, GrayValues.stretching(source.layout().type(), range, inverted));
    }

    /** NB: densities have no display range, so that all of them are shown. */
    private RgbPlane stained() {
        boolean packed = source.layout().type() == PixelType.RGB;
        PlaneSource colors = packed ? source : new RgbChannels(source);
        PlaneSource densities = new StainSource(colors, StainDensity.of(input.stain()));
        PlaneIndex index = index(packed ? position.channel() : 1);
        ValueRange range =
                isStretched()
                        ? percentiles(
                                densities, index, input.lowPercentile(), input.highPercentile())
                        : percentiles(densities, index, 0, 100);
        Function<PixelBlock, List<ChannelValues>> stretched =
                GrayValues.stretching(PixelType.FLOAT32, range, false);
        return new SourcePlane(densities, index, true, stretched);
    }

    private SourcePlane plane(
            int channel, boolean gray, Function<PixelBlock, List<ChannelValues>> channels) {
        return new SourcePlane(source, index(channel), gray, channels);
    }

    private PlaneIndex index(int channel) {
        return new PlaneIndex(channel - 1, position.slice() - 1, position.frame() - 1);
    }

    private RgbPlane component(int number) {
        int shift = Planes.shiftOfColor(number);
        ValueRange range = isStretched() ? percentilesOfColor(shift) : COLORS;
        float[] table = range.stretch(intensities(1));
        return plane(1, true, block -> List.of(ChannelValues.ofColor(block, shift, table)));
    }

    /** NB: where all pixels that are looked at are gray, it is stretched as gray is. */
    private RgbPlane colors(boolean displayed) {
        ValueRange range = !displayed && isStretched() ? percentiles(1) : COLORS;
        boolean colored = range.equals(COLORS);
        float[] table = colored ? intensities(255) : range.stretch(intensities(1));
        return plane(1, false, block -> ChannelValues.ofColors(block, table));
    }

    /** NB: RGB is displayed from 0 to 255, which is the range of its type too. */
    private boolean isStretched() {
        return input.contrast() == Contrast.PERCENTILES;
    }

    /** All intensities of a color, in parts of one. */
    private static float[] intensities(float one) {
        float[] intensities = new float[256];
        for (int i = 0; i < intensities.length; i++) {
            intensities[i] = i / one;
        }
        return intensities;
    }

    private static RgbImage palette(PixelBlock block, LUT lut) {
        int[] colors = new int[block.bytes().length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = lut.getRGB(block.bytes()[i] & 0xff);
        }
        return PlaneReader.ofArgb(block.size(), colors);
    }

    private ValueRange range(int channel, LUT display, Contrast contrast) {
        PixelType type = source.layout().type();
        return switch (contrast) {
            case PERCENTILES -> percentiles(channel);
            case DISPLAY ->
                    display.min < display.max
                            ? new ValueRange(display.min, display.max)
                            : shownRange();
            case TYPE ->
                    type == PixelType.FLOAT32
                            ? extremes(channel)
                            : new ValueRange(0, type == PixelType.UINT8 ? 255 : 65_535);
        };
    }

    /**
     * NB: without a range of its own an image that was just opened shows all planes and channels
     * from the darkest to the brightest pixel of the first plane.
     */
    private ValueRange shownRange() {
        return percentiles(PlaneIndex.FIRST, 0, 100);
    }

    private ValueRange percentiles(int channel) {
        return percentiles(index(channel), input.lowPercentile(), input.highPercentile());
    }

    private ValueRange extremes(int channel) {
        return percentiles(index(channel), 0, 100);
    }

    private ValueRange percentilesOfColor(int shift) {
        try {
            return PlaneContrast.ofColor(
                    source, index(1), shift, input.lowPercentile(), input.highPercentile());
        } catch (IOException e) {
            throw new UnreadImageException(e);
        }
    }

    private ValueRange percentiles(PlaneIndex plane, double low, double high) {
        return percentiles(source, plane, low, high);
    }

    private static ValueRange percentiles(
            PlaneSource source, PlaneIndex plane, double low, double high) {
        try {
            return PlaneContrast.ofPercentiles(source, plane, low, high);
        } catch (IOException e) {
            throw new UnreadImageException(e);
        }
    }
}
