package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** Uncompressed planes, of which only the rows are read that are asked for. */
final class FlatSource implements PlaneSource {

    private final FileChannel channel;
    private final FlatPixels pixels;
    private final ImageLayout layout;

    private FlatSource(FileChannel channel, FlatPixels pixels, ImageLayout layout) {
        this.channel = channel;
        this.pixels = pixels;
        this.layout = layout;
    }

    /**
     * @param layout of the image; its channels are those of the pixels
     * @throws IOException if the file does not hold all planes
     */
    static FlatSource open(Path file, FlatPixels pixels, ImageLayout layout) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            double stored = layout.planes().total() / pixels.channels();
            double needed = pixels.offset() + stored * pixels.planeBytes();
            if (needed > channel.size()) {
                throw Refusal.cut(
                        String.format(
                                Locale.ROOT,
                                "its pixels need %.0f bytes, but the file has %d",
                                needed,
                                channel.size()));
            }
            return new FlatSource(channel, pixels, layout);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        layout.check(plane, level, region);
        PixelBlock out = PixelBlock.create(region.size(), layout.type());
        int index = layout.planes().indexOf(plane);
        for (int y = 0; y < region.height(); y++) {
            ByteBuffer row = row(index / pixels.channels(), region, region.y() + y);
            copy(row, index % pixels.channels(), out, y * region.width(), region.width());
        }
        return out;
    }

    private ByteBuffer row(int stored, Region region, int y) throws IOException {
        int pixelBytes = pixels.samples() * pixels.number().bytes();
        int row = pixels.bottomUp() ? pixels.size().height() - 1 - y : y;
        long at =
                pixels.offset()
                        + stored * pixels.planeBytes()
                        + row * pixels.rowBytes()
                        + (long) region.x() * pixelBytes;
        ByteBuffer buffer =
                ByteBuffer.allocate(region.width() * pixelBytes).order(pixels.number().order());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("became shorter while it was read. Try again.");
            }
        }
        return buffer;
    }

    private void copy(ByteBuffer row, int sample, PixelBlock out, int to, int count) {
        int bytes = pixels.number().bytes();
        int step = pixels.samples() * bytes;
        int first = sample * bytes;
        for (int x = 0; x < count; x++) {
            int at = x * step + first;
            if (out.type() == PixelType.RGB) {
                int red = row.get(at) & 255;
                int green = row.get(at + 1) & 255;
                out.colors()[to + x] = 0xff000000 | red << 16 | green << 8 | row.get(at + 2) & 255;
            } else {
                put(pixels.number().value(row, at), out, to + x);
            }
        }
    }

    private static void put(double value, PixelBlock out, int index) {
        switch (out.type()) {
            case UINT8 -> out.bytes()[index] = (byte) (int) value;
            case UINT16 -> out.shorts()[index] = (short) (int) value;
            default -> out.floats()[index] = (float) value;
        }
    }

    @Override
    public List<String> notes() {
        boolean wide = pixels.number().bits() == 64 || pixels.number().bits() == 32;
        boolean rounds = wide && !(pixels.number().kind() == 'f' && pixels.number().bits() == 32);
        return rounds
                ? List.of("Its values may have more digits than 32-bit floating point holds.")
                : List.of();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
