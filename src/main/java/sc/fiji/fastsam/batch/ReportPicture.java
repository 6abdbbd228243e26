package sc.fiji.fastsam.batch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ObjectFiles;

/** A small picture for a report: the image, and beside it the same with outlines. */
final class ReportPicture {

    /** Longer side of either half. */
    private static final int SIDE = 96;

    private static final float QUALITY = 0.6f;

    private ReportPicture() {}

    /**
     * A JPEG in Base64; empty where Java lacks its library for JPEG, as seen on a server: the
     * results matter more than their picture.
     */
    static String of(ObjectFiles objects, FileOutputs outputs) throws IOException {
        try {
            return Base64.getEncoder().encodeToString(jpeg(objects.smallPair(outputs, SIDE)));
        } catch (LinkageError e) {
            return "";
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
