package sc.fiji.fastsam.io;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/** PNG, JPEG, GIF and BMP files, through Java's own readers. */
final class RasterFiles {

    private RasterFiles() {}

    /**
     * Reads the file's first image. As in ImageJ, transparent pixels are laid on white.
     *
     * @throws IOException if the file is damaged or cut short
     */
    static ImagePlus open(Path file) throws IOException {
        ImageIO.setUseCache(false);
        return toImage(file, read(file));
    }

    /**
     * Likewise; as in ImageJ, a JPEG of grays alone becomes 8-bit.
     *
     * @throws IOException if the file is damaged or cut short
     */
    static ImagePlus openJpeg(Path file) throws IOException {
        ImagePlus image = open(file);
        if (image.getBitDepth() == 24) {
            Opener.convertGrayJpegTo8Bits(image);
        }
        return image;
    }

    /**
     * Reads a TIFF of a kind that ImageJ does not read: tiled, or compressed in another way.
     *
     * @throws IOException if the file is damaged, has several pages, or is not 8-bit, 16-bit or RGB
     */
    static ImagePlus openTiff(Path file) throws IOException {
        ImageIO.setUseCache(false);
        BufferedImage raster = read(file);
        if (raster.getType() == BufferedImage.TYPE_CUSTOM) {
            throw new IOException("its pixels are neither 8-bit nor 16-bit nor RGB.");
        }
        return toImage(file, raster);
    }

    private static ImagePlus toImage(Path file, BufferedImage raster) {
        ImagePlus image = new ImagePlus(file.getFileName().toString(), opaque(raster));
        return image.getBitDepth() == 16 && image.getStackSize() > 1
                ? new CompositeImage(image, IJ.COMPOSITE)
                : image;
    }

    private static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new IOException("cannot be opened. Close other programs that use it.");
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("is damaged: its header cannot be read.");
            }
            ImageReader reader = readers.next();
            try {
                return read(reader, in);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        StringBuilder warnings = new StringBuilder();
        IIOReadWarningListener listener = (source, warning) -> warnings.append(warning).append(' ');
        reader.addIIOReadWarningListener(listener);
        reader.setInput(in, false, true);
        try {
            if (reader.getFormatName().equals("tif") && reader.getNumImages(true) > 1) {
                throw new IOException("it has several pages.");
            }
            BufferedImage image = reader.read(0);
            // NB: Java's JPEG reader fills what is missing with gray and only warns.
            if (warnings.toString().contains("Truncated File")) {
                throw new IOException("is cut short.");
            }
            return image;
        } catch (RuntimeException e) {
            // NB: Java's readers trip over what a file claims; their messages help nobody.
            throw new IOException("is damaged: its content makes no sense.", e);
        } catch (IOException e) {
            throw reasoned(e);
        }
    }

    private static IOException reasoned(IOException e) {
        String message = e.getMessage() == null ? "unexpected end" : e.getMessage();
        return message.startsWith("is ") || message.startsWith("it")
                ? e
                : new IOException("is damaged or cut short: " + message + ".", e);
    }

    private static BufferedImage opaque(BufferedImage image) {
        boolean custom = image.getType() == 0 && image.getSampleModel().getDataType() == 0;
        if (!image.getColorModel().hasAlpha() && !custom) {
            return image;
        }
        BufferedImage flat =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return flat;
    }
}
