package sc.fiji.fastsam.io.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decoding through the JDK's own readers, never those that others put into the same JVM. */
final class DecodedImage {

    private static final int STEP = 64;

    private DecodedImage() {}

    /** What is done with an open reader. */
    @FunctionalInterface
    interface Use<T> {
        /** Reads what it needs. */
        T with(ImageReader reader) throws IOException;
    }

    /**
     * Runs something with a reader whose input is the file's bytes.
     *
     * @throws IOException if the data make no sense or the reader warns of damage
     */
    static <T> T read(String format, byte[] bytes, Use<T> use) throws IOException {
        ImageReader reader = reader(format);
        StringBuilder warnings = new StringBuilder();
        reader.addIIOReadWarningListener((source, warning) -> warnings.append(warning));
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            T result = use.with(reader);
            if (tellDamage(warnings.toString())) {
                throw Refusal.damaged(warnings.toString());
            }
            return result;
        } catch (RuntimeException e) {
            throw Refusal.damaged("its data make no sense (" + e + ")", e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * The first image.
     *
     * @throws IOException as {@link #read(String, byte[], Use)}
     */
    static BufferedImage read(String format, byte[] bytes) throws IOException {
        return read(format, bytes, DecodedImage::decode);
    }

    /**
     * Decodes the first image to the end and keeps next to nothing of it.
     *
     * @throws IOException as {@link #read(String, byte[], Use)}
     */
    static void check(String format, byte[] bytes) throws IOException {
        read(
                format,
                bytes,
                reader -> {
                    ImageReadParam sparse = reader.getDefaultReadParam();
                    int step = Math.min(STEP, Math.min(reader.getWidth(0), reader.getHeight(0)));
                    sparse.setSourceSubsampling(step, step, 0, 0);
                    return reader.read(0, sparse);
                });
    }

    /**
     * The first image.
     *
     * @throws IOException if the data make no sense
     */
    static BufferedImage decode(ImageReader reader) throws IOException {
        try {
            return reader.read(0);
        } catch (IOException e) {
            throw Refusal.damaged("its data make no sense (" + e.getMessage() + ")", e);
        }
    }

    /** Others are about color profiles and other things beside the pixels. */
    private static boolean tellDamage(String warnings) {
        return warnings.contains("Corrupt JPEG")
                || warnings.contains("Premature")
                || warnings.contains("Truncated");
    }

    private static ImageReader reader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException(
                "This Java has no reader for " + format + ". Use a complete JDK or JRE.");
    }
}
