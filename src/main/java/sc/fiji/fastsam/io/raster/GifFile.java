package sc.fiji.fastsam.io.raster;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
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
        double pixels = (double) blocks.size().area() * blocks.frames().size();
        MemoryNeed.check(2 * 4 * pixels, "save it as a TIFF stack.");
        List<PixelBlock> frames = DecodedImage.read("gif", bytes, reader -> frames(reader, blocks));
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

    private static List<PixelBlock> frames(ImageReader reader, GifBlocks blocks)
            throws IOException {
        Size size = blocks.size();
        int[] canvas = new int[(int) size.area()];
        List<PixelBlock> frames = new ArrayList<>();
        for (int i = 0; i < blocks.frames().size(); i++) {
            GifBlocks.Frame frame = blocks.frames().get(i);
            int[] before = frame.restores() ? canvas.clone() : canvas;
            draw(DecodedImage.decode(reader, i), frame, size, canvas);
            frames.add(opaque(size, canvas));
            if (frame.restores()) {
                canvas = before;
            } else if (frame.clears()) {
                clear(frame, size, canvas);
            }
        }
        return frames;
    }

    /**
     * NB: by the stored numbers, for the JDK takes the last color for transparent where a frame's
     * transparent number is beyond its colors, as in frames that hold what has changed.
     */
    private static void draw(BufferedImage image, GifBlocks.Frame frame, Size size, int[] canvas) {
        ColorModel palette = image.getColorModel();
        int width = Math.min(image.getWidth(), size.width() - frame.x());
        int height = Math.min(image.getHeight(), size.height() - frame.y());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int number = image.getRaster().getSample(x, y, 0);
                if (number != frame.transparent()) {
                    int color = 0xff000000 | palette.getRGB(number);
                    canvas[(frame.y() + y) * size.width() + frame.x() + x] = color;
                }
            }
        }
    }

    private static void clear(GifBlocks.Frame frame, Size size, int[] canvas) {
        int xEnd = Math.min(size.width(), frame.x() + frame.width());
        int yEnd = Math.min(size.height(), frame.y() + frame.height());
        for (int y = frame.y(); y < yEnd; y++) {
            for (int x = frame.x(); x < xEnd; x++) {
                canvas[y * size.width() + x] = 0;
            }
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
