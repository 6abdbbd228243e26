package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * Portable bitmaps, graymaps and pixmaps (PBM, PGM, PPM), as text or as bytes. Gray values and
 * 16-bit colors are those that are stored; 8-bit colors are brought to 0..255.
 */
public final class PnmFile {

    /** Bytes that a header has at most, comments included. */
    private static final int HEADER_BYTES = 1 << 16;

    private static final int WHITE = 255;

    private final byte[] head;
    private int at = 2;

    private PnmFile(byte[] head) {
        this.head = head;
    }

    /**
     * Opens the image.
     *
     * @throws IOException if the file is damaged, cut short, or holds several images
     */
    public static PlaneSource open(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEADER_BYTES);
        }
        boolean byRows = head[1] == '5' || head[1] == '6';
        return new PnmFile(byRows ? head : Files.readAllBytes(file)).read(file);
    }

    private PlaneSource read(Path file) throws IOException {
        char kind = (char) head[1];
        int width = number("width");
        int height = number("height");
        boolean bits = kind == '1' || kind == '4';
        int most = bits ? 1 : number("largest value");
        if (width < 1 || height < 1 || most < 1 || most > 65_535) {
            throw Refusal.damaged(
                    "its header says " + width + " x " + height + " pixels up to " + most);
        }
        Size size = new Size(width, height);
        int samples = kind == '3' || kind == '6' ? 3 : 1;
        return switch (kind) {
            case '4' -> bitmap(file, size);
            case '5', '6' -> flat(file, size, samples, most);
            default -> text(size, samples, bits, most);
        };
    }

    private int number(String what) throws IOException {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < head.length && head[at] >= '0' && head[at] <= '9') {
            value = Math.min(Integer.MAX_VALUE, 10 * value + head[at++] - '0');
        }
        if (at == start) {
            throw at == head.length
                    ? Refusal.cut("its " + what + " is missing")
                    : Refusal.damaged("its " + what + " is no number");
        }
        return (int) value;
    }

    private void skipSpace() {
        while (at < head.length && (head[at] <= ' ' || head[at] == '#')) {
            if (head[at] == '#') {
                while (at < head.length && head[at] != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private static ImageLayout layout(Size size, int samples, boolean deep) {
        PixelType shallow = samples == 3 ? PixelType.RGB : PixelType.UINT8;
        ImageLayout layout = ImageLayout.of(size, deep ? PixelType.UINT16 : shallow);
        return deep ? layout.withPlanes(new PlaneCounts(samples, 1, 1)) : layout;
    }

    private PlaneSource flat(Path file, Size size, int samples, int most) throws IOException {
        at++;
        boolean deep = most > 255;
        FlatPixels.Number number =
                FlatPixels.Number.plain(deep ? 16 : 8, 'u', ByteOrder.BIG_ENDIAN);
        FlatPixels pixels = new FlatPixels(at, size, samples, number, false);
        PlaneSource source = FlatSource.open(file, pixels, layout(size, samples, deep));
        try {
            refuseMore(file, at + pixels.planeBytes());
        } catch (IOException e) {
            source.close();
            throw e;
        }
        if (most == (deep ? 0xffff : WHITE)) {
            return source;
        }
        return pixels.isRgb() ? stretched(source, most) : new LimitedSource(source, most);
    }

    /** Colors whose white is another value. */
    private static PlaneSource stretched(PlaneSource source, int most) throws IOException {
        Size size = source.layout().size();
        MemoryNeed.check(2.0 * size.area() * Integer.BYTES, "save it as a TIFF.");
        try (source) {
            PixelBlock block = source.region(PlaneIndex.FIRST, 0, Region.of(size));
            int[] colors = block.colors();
            for (int i = 0; i < colors.length; i++) {
                int color = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int value = checked(colors[i] >> shift & 0xff, i, most);
                    color |= stretched(value, most) << shift;
                }
                colors[i] = 0xff000000 | color;
            }
            return new RasterSource(source.layout(), List.of(block), List.of());
        }
    }

    private static int stretched(int value, int most) {
        return (value * WHITE + most / 2) / most;
    }

    private static int checked(int value, int pixel, int most) throws IOException {
        if (value > most) {
            throw LimitedSource.tooLarge(value, pixel, most);
        }
        return value;
    }

    private static void refuseMore(Path file, long end) throws IOException {
        ByteBuffer next = ByteBuffer.allocate(2);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(next, end);
        }
        boolean another = next.get(0) == 'P' && next.get(1) >= '1' && next.get(1) <= '6';
        if (another) {
            throw new IOException("holds several images. Save each as a file of its own.");
        }
    }

    private PlaneSource bitmap(Path file, Size size) throws IOException {
        at++;
        int row = (size.width() + 7) / 8;
        if (head.length - at < (long) row * size.height()) {
            throw Refusal.cut(size + " pixels are not all there");
        }
        PixelBlock block = PixelBlock.create(size, PixelType.UINT8);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                boolean black = (head[at + y * row + x / 8] >> 7 - x % 8 & 1) != 0;
                block.bytes()[y * size.width() + x] = (byte) (black ? 0 : 255);
            }
        }
        refuseMore(file, at + (long) row * size.height());
        return new RasterSource(layout(size, 1, false), List.of(block), List.of());
    }

    private PlaneSource text(Size size, int samples, boolean bits, int most) throws IOException {
        double values = (double) size.area() * samples;
        // NB: digits of bits need no space between them.
        if (values * (bits ? 1 : 2) > head.length - at + 1) {
            throw Refusal.cut(size + " pixels are not all there");
        }
        MemoryNeed.check(4 * values, "save it as a TIFF.");
        boolean deep = most > 255;
        int planes = deep ? samples : 1;
        ImageLayout layout = layout(size, samples, deep);
        PixelBlock[] blocks = new PixelBlock[planes];
        for (int p = 0; p < planes; p++) {
            blocks[p] = PixelBlock.create(size, layout.type());
        }
        for (int i = 0; i < size.area(); i++) {
            for (int sample = 0; sample < samples; sample++) {
                int value = bits ? bit(i) : checked(number("pixel " + i), i, most);
                boolean color = layout.type() == PixelType.RGB;
                put(color ? stretched(value, most) : value, i, sample, blocks);
            }
        }
        return new RasterSource(layout, List.of(blocks), List.of());
    }

    private int bit(int pixel) throws IOException {
        skipSpace();
        if (at >= head.length) {
            throw Refusal.cut("its pixels are not all there");
        }
        int bit = head[at++] - '0';
        if (bit != 0 && bit != 1) {
            throw Refusal.damaged("its pixel " + (pixel + 1) + " is neither 0 nor 1");
        }
        return bit == 1 ? 0 : WHITE;
    }

    private static void put(int value, int pixel, int sample, PixelBlock[] blocks) {
        switch (blocks[0].type()) {
            case UINT8 -> blocks[0].bytes()[pixel] = (byte) value;
            case RGB -> blocks[0].colors()[pixel] |= 0xff000000 | value << 16 - 8 * sample;
            default -> blocks[sample].shorts()[pixel] = (short) value;
        }
    }
}
