package sc.fiji.fastsam.io;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.plugin.AVI_Reader;
import java.io.IOException;
import java.nio.file.Path;

/** Formats that are left to ImageJ's own readers. */
final class OtherFiles {

    private OtherFiles() {}

    /**
     * @throws IOException if ImageJ reads no image from the file
     */
    static ImagePlus open(Path file, ImageFormat format) throws IOException {
        try {
            ImagePlus image = format == ImageFormat.AVI ? openAvi(file) : openPlain(file);
            if (image == null || image.getWidth() == 0 || image.getHeight() == 0) {
                throw new IOException("is a damaged or unsupported " + format + " file.");
            }
            return image;
        } catch (RuntimeException e) {
            throw new IOException("is a damaged or unsupported " + format + " file.", e);
        }
    }

    private static ImagePlus openPlain(Path file) {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        return opener.openImage(file.toAbsolutePath().toString());
    }

    // NB: the Opener would ask for frames in a dialog.
    private static ImagePlus openAvi(Path file) throws IOException {
        AVI_Reader reader = new AVI_Reader();
        ImageStack stack =
                reader.makeStack(file.toAbsolutePath().toString(), 1, 0, true, false, false);
        if (stack == null || stack.size() == 0) {
            throw new IOException("is a damaged or unsupported AVI file.");
        }
        ImagePlus image = new ImagePlus(file.getFileName().toString(), stack);
        image.setDimensions(1, 1, stack.size());
        return image;
    }
}
