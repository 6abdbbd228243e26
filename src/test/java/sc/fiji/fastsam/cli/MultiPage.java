package sc.fiji.fastsam.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import sc.fiji.fastsam.onnx.TinyModels;

/** The image of {@link TinyModels} on each page of a TIFF that ImageJ did not write. */
final class MultiPage {

    private MultiPage() {}

    /** Writes it as 8-bit TIFF with a directory a page. */
    static Path save(Path file, int pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pages; i++) {
                writer.writeToSequence(new IIOImage(page(), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static BufferedImage page() {
        float[] brightness = TinyModels.brightness();
        BufferedImage page =
                new BufferedImage(
                        TinyModels.WIDTH, TinyModels.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < brightness.length; i++) {
            int gray = Math.round(brightness[i] * 255);
            page.getRaster().setSample(i % TinyModels.WIDTH, i / TinyModels.WIDTH, 0, gray);
        }
        return page;
    }
}
