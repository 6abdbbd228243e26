package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneSource;

/** GIF: all its frames as slices, each as it is shown. */
public final class GifFile {

    private GifFile() {}

    /**
     * Reads all frames; grays alone become 8-bit.
     *
     * @throws IOException if the file is damaged, cut short, or too large for the memory
     */
    public static PlaneSource open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        GifBlocks blocks = GifBlocks.of(bytes);
        if (blocks.size().area() > MemoryNeed.LONGEST_ARRAY) {
            throw new IOException(
                    "has "
                            + blocks.size()
                            + " pixels, more than are read of a GIF. Save it as a tiled TIFF.");
        }
        double pixels = (double) blocks.size().area() * blocks.frames().size();
        MemoryNeed.check(2 * 4 * pixels, "save it as a TIFF stack.");
        List<PixelBlock> frames = frames(bytes, blocks);
        List<PixelBlock> grays = new ArrayList<>();
        for (PixelBlock frame : frames) {
            grays.add(Rasters.grayIfGray(frame));
        }
        boolean gray = grays.stream().allMatch(frame -> frame.type() == PixelType.UINT8);
        ImageLayout layout =
                ImageLayout.of(blocks.size(), gray ? PixelType.UINT8 : PixelType.RGB)
                        .withPlanes(new PlaneCounts(1, frames.size(), 1));
        return new RasterSource(layout, gray ? grays : frames, List.of());
    }

    private static List<PixelBlock> frames(byte[] file, GifBlocks blocks) throws IOException {
        Size size = blocks.size();
        int[] canvas = new int[(int) size.area()];
        List<PixelBlock> frames = new ArrayList<>();
        for (GifBlocks.Frame frame : blocks.frames()) {
            int[] before = frame.restores() ? canvas.clone() : canvas;
            draw(file, frame, size, canvas);
            frames.add(opaque(size, canvas));
            if (frame.restores()) {
                canvas = before;
            } else if (frame.clears()) {
                clear(frame, size, canvas);
            }
        }
        return frames;
    }

    /** NB: the JDK's reader takes a transparent number beyond the colors for the last color. */
    private static void draw(byte[] file, GifBlocks.Frame frame, Size size, int[] canvas)
            throws IOException {
        double pixels = (double) frame.width() * frame.height();
        MemoryNeed.check(pixels, "save it as a TIFF stack.");
        byte[] numbers = GifCodes.decode(file, frame.codes(), (int) pixels);
        GifBlocks.Colors colors = frame.colors();
        for (int i = 0; i < frame.height(); i++) {
            int y = frame.y() + (frame.interlaced() ? interlaced(i, frame.height()) : i);
            for (int x = 0; x < frame.width(); x++) {
                int number = numbers[i * frame.width() + x] & 255;
                if (!colors.isKnown(number)) {
                    throw Refusal.beyondPalette(number, colors.count());
                }
                if (number != colors.transparent()) {
                    canvas[y * size.width() + frame.x() + x] = colors.color(file, number);
                }
            }
        }
    }

    /** The row that is stored at some place: every eighth, those between, and so on. */
    private static int interlaced(int place, int height) {
        int rest = place;
        int[] firsts = {0, 4, 2, 1};
        int[] steps = {8, 8, 4, 2};
        for (int pass = 0; ; pass++) {
            int rows = Math.max(0, (height - firsts[pass] + steps[pass] - 1) / steps[pass]);
            if (rest < rows) {
                return firsts[pass] + rest * steps[pass];
            }
            rest -= rows;
        }
    }

    private static void clear(GifBlocks.Frame frame, Size size, int[] canvas) {
        for (int y = frame.y(); y < frame.y() + frame.height(); y++) {
            int from = y * size.width() + frame.x();
            Arrays.fill(canvas, from, from + frame.width(), 0);
        }
    }

    private static PixelBlock opaque(Size size, int[] canvas) {
        int[] colors = new int[canvas.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = Rasters.onWhite(canvas[i]);
        }
        return PixelBlock.ofRgb(size, colors);
    }
}
