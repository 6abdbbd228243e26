package sc.fiji.fastsam.io.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;

/** Decoded images of the JDK as planes, with the values that are stored. */
final class Rasters {

    private static final int WHITE = 255;

    private static final String CLEAR = "Its transparency was left out.";

    private Rasters() {}

    /**
     * An image as it is: gray values without their alpha; palettes as indices with a color table,
     * or as gray values where all their colors are gray; 16-bit colors as three channels without
     * their alpha; 8-bit colors laid on white where they are transparent, but for images that are
     * so throughout; colors of 5, 6 or 10 bits that share a number as 8-bit ones.
     *
     * @throws IOException if pixels have colors that their palette lacks
     */
    static RasterSource of(BufferedImage image) throws IOException {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return indexed(image, palette);
        }
        if (isPacked(image.getSampleModel())) {
            return source(unpacked(image));
        }
        Raster raster = image.getRaster();
        boolean deep = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT;
        PixelType type = deep ? PixelType.UINT16 : PixelType.UINT8;
        if (raster.getNumBands() <= 2) {
            return gray(raster, type);
        }
        return deep ? channels(raster) : colors(raster);
    }

    /** True where the colors of a pixel share a number, and take other than 8 bits of it. */
    private static boolean isPacked(SampleModel model) {
        return model instanceof SinglePixelPackedSampleModel
                && IntStream.range(0, Math.min(3, model.getNumBands()))
                        .anyMatch(band -> model.getSampleSize(band) != Byte.SIZE);
    }

    private static PixelBlock unpacked(BufferedImage image) {
        PixelBlock block = PixelBlock.create(size(image.getRaster()), PixelType.RGB);
        int[] colors = block.colors();
        int width = image.getWidth();
        image.getRGB(0, 0, width, image.getHeight(), colors, 0, width);
        for (int i = 0; i < colors.length; i++) {
            colors[i] |= 0xff000000;
        }
        return block;
    }

    private static Size size(Raster raster) {
        return new Size(raster.getWidth(), raster.getHeight());
    }

    private static RasterSource gray(Raster raster, PixelType type) {
        PixelBlock plane = band(raster, 0, type);
        ImageLayout layout = ImageLayout.of(plane.size(), type);
        return new RasterSource(layout, List.of(plane), notes(raster, 1));
    }

    /** What is said of an image whose band of that index, if there is one, is left out. */
    private static List<String> notes(Raster raster, int alpha) {
        boolean clear = raster.getNumBands() > alpha && !isOpaque(raster, alpha);
        return clear ? List.of(CLEAR) : List.of();
    }

    private static RasterSource channels(Raster raster) {
        List<PixelBlock> planes = new ArrayList<>();
        for (int band = 0; band < 3; band++) {
            planes.add(band(raster, band, PixelType.UINT16));
        }
        ImageLayout layout =
                ImageLayout.of(size(raster), PixelType.UINT16).withPlanes(new PlaneCounts(3, 1, 1));
        return new RasterSource(layout, planes, notes(raster, 3));
    }

    private static PixelBlock band(Raster raster, int band, PixelType type) {
        PixelBlock block = PixelBlock.create(size(raster), type);
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                if (type == PixelType.UINT8) {
                    block.bytes()[y * width + x] = (byte) row[x];
                } else {
                    block.shorts()[y * width + x] = (short) row[x];
                }
            }
        }
        return block;
    }

    private static boolean isOpaque(Raster raster, int band) {
        int full = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? 0xffff : 0xff;
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int alpha : raster.getSamples(0, y, row.length, 1, band, row)) {
                if (alpha != full) {
                    return false;
                }
            }
        }
        return true;
    }

    private static RasterSource colors(Raster raster) {
        PixelBlock block = PixelBlock.create(size(raster), PixelType.RGB);
        boolean mixed = raster.getNumBands() > 3 && isPartlyVisible(raster);
        int width = raster.getWidth();
        int[] row = new int[width * raster.getNumBands()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                block.colors()[y * width + x] = color(row, x * raster.getNumBands(), mixed);
            }
        }
        return source(block);
    }

    private static RasterSource source(PixelBlock block) {
        return new RasterSource(
                ImageLayout.of(block.size(), block.type()), List.of(block), List.of());
    }

    private static int color(int[] samples, int at, boolean mixed) {
        int alpha = mixed ? samples[at + 3] : WHITE;
        int red = onWhite(samples[at], alpha);
        int green = onWhite(samples[at + 1], alpha);
        return 0xff000000 | red << 16 | green << 8 | onWhite(samples[at + 2], alpha);
    }

    private static int onWhite(int value, int alpha) {
        return (value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }

    /** False where nothing would be seen: such an alpha means nothing. */
    private static boolean isPartlyVisible(Raster raster) {
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int alpha : raster.getSamples(0, y, row.length, 1, 3, row)) {
                if (alpha != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static RasterSource indexed(BufferedImage image, IndexColorModel palette)
            throws IOException {
        PixelBlock block = band(image.getRaster(), 0, PixelType.UINT8);
        checkIndices(block.bytes(), palette.getMapSize());
        if (isGray(palette)) {
            return ofGrayPalette(block, palette);
        }
        if (palette.hasAlpha()) {
            return source(rgb(image, palette));
        }
        int[] colors = new int[ColorTable.ENTRIES];
        for (int i = 0; i < Math.min(colors.length, palette.getMapSize()); i++) {
            colors[i] = palette.getRGB(i);
        }
        ImageLayout layout =
                ImageLayout.of(block.size(), PixelType.UINT8).withColors(ColorTable.of(colors));
        return new RasterSource(layout, List.of(block), List.of());
    }

    private static void checkIndices(byte[] indices, int colors) throws IOException {
        for (byte index : indices) {
            if ((index & 255) >= colors) {
                throw Refusal.beyondPalette(index & 255, colors);
            }
        }
    }

    private static RasterSource ofGrayPalette(PixelBlock block, IndexColorModel palette) {
        byte[] values = block.bytes();
        boolean clear = false;
        for (int i = 0; i < values.length; i++) {
            int index = values[i] & 255;
            clear |= palette.getAlpha(index) != 255;
            values[i] = (byte) palette.getGreen(index);
        }
        ImageLayout layout = ImageLayout.of(block.size(), block.type());
        return new RasterSource(layout, List.of(block), clear ? List.of(CLEAR) : List.of());
    }

    private static boolean isGray(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            boolean gray =
                    palette.getRed(i) == palette.getGreen(i)
                            && palette.getGreen(i) == palette.getBlue(i);
            if (!gray) {
                return false;
            }
        }
        return true;
    }

    private static PixelBlock rgb(BufferedImage image, IndexColorModel palette) {
        Raster raster = image.getRaster();
        PixelBlock block = PixelBlock.create(size(raster), PixelType.RGB);
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                block.colors()[y * row.length + x] = onWhite(palette.getRGB(row[x]));
            }
        }
        return block;
    }

    /**
     * @param color 0xAARRGGBB
     */
    static int onWhite(int color) {
        int[] samples = {color >> 16 & 255, color >> 8 & 255, color & 255, color >>> 24};
        return color(samples, 0, true);
    }

    /** The gray values of colors that are all gray, else the colors themselves. */
    static PixelBlock grayIfGray(PixelBlock colors) {
        int[] from = colors.colors();
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i++) {
            int green = from[i] >> 8 & 255;
            if ((from[i] & 0xffffff) != green * 0x010101) {
                return colors;
            }
            to[i] = (byte) green;
        }
        return PixelBlock.of(colors.size(), to);
    }
}
