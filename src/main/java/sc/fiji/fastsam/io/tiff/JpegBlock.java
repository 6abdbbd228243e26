package sc.fiji.fastsam.io.tiff;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import sc.fiji.fastsam.geometry.Size;

/**
 * A block that is a JPEG stream, whose tables may lie in the page (TIFF 6.0, supplement 2). Colors
 * are converted by libjpeg's integer arithmetic, so that they equal those of libtiff.
 */
final class JpegBlock {

    private JpegBlock() {}

    /**
     * The samples of a block, side by side, RGB where the page says YCbCr.
     *
     * @param tables the page's tables, may be empty
     * @param block the size that the page gives blocks
     * @param rows that this block must have, at most those of {@code block}
     * @throws Damage if the stream is damaged or of another size
     */
    static byte[] decode(byte[] tables, byte[] in, Size block, int rows, Samples samples)
            throws Damage {
        Raster raster = raster(splice(tables, in), block, rows);
        int bands = samples.perBlock();
        if (raster.getNumBands() != bands) {
            throw new Damage("it has " + raster.getNumBands() + " components, not " + bands);
        }
        byte[] out = new byte[block.width() * rows * bands];
        int[] row = new int[block.width() * bands];
        for (int y = 0; y < rows; y++) {
            raster.getPixels(0, y, block.width(), 1, row);
            if (samples.photometric() == Samples.YCBCR && bands == 3) {
                toRgb(row);
            }
            for (int i = 0; i < row.length; i++) {
                out[y * row.length + i] = (byte) row[i];
            }
        }
        return out;
    }

    private static byte[] splice(byte[] tables, byte[] in) throws Damage {
        if (in.length < 4 || (in[0] & 0xff) != 0xff || (in[1] & 0xff) != 0xd8) {
            throw new Damage("it does not begin as a JPEG stream");
        }
        if (tables.length < 4) {
            return in;
        }
        // NB: without the tables' end marker and the stream's start marker.
        byte[] all = Arrays.copyOf(tables, tables.length - 2 + in.length - 2);
        System.arraycopy(in, 2, all, tables.length - 2, in.length - 2);
        return all;
    }

    private static Raster raster(byte[] stream, Size block, int rows) throws Damage {
        ImageReader reader = reader();
        StringBuilder warnings = new StringBuilder();
        reader.addIIOReadWarningListener((source, warning) -> warnings.append(warning));
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(stream))) {
            reader.setInput(in, true, true);
            int height = reader.getHeight(0);
            boolean fits = height == rows || height == block.height();
            if (reader.getWidth(0) != block.width() || !fits) {
                throw new Damage("it is " + reader.getWidth(0) + " x " + height + " pixels");
            }
            Raster raster = reader.readRaster(0, null);
            if (warnings.length() > 0) {
                throw new Damage("its JPEG data are damaged (" + warnings + ")");
            }
            return raster;
        } catch (Damage e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Damage("its JPEG data are damaged (" + e.getMessage() + ")", e);
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's own reader: others in the same JVM would convert colors. */
    private static ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("This Java has no JPEG reader. Use a complete JDK or JRE.");
    }

    private static void toRgb(int[] row) {
        for (int i = 0; i < row.length; i += 3) {
            int y = row[i];
            int cb = row[i + 1] - 128;
            int cr = row[i + 2] - 128;
            row[i] = clamp(y + (91_881 * cr + 32_768 >> 16));
            row[i + 1] = clamp(y + (-22_554 * cb - 46_802 * cr + 32_768 >> 16));
            row[i + 2] = clamp(y + (116_130 * cb + 32_768 >> 16));
        }
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
