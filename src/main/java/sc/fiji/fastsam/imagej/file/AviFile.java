package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.AVI_Reader;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.fastsam.io.raster.RiffFile;

/** AVI, through ImageJ's reader, behind a check that nothing is missing. */
final class AviFile {

    private AviFile() {}

    /**
     * Reads all frames.
     *
     * @throws IOException if the file is cut short, damaged, or compressed in a way that ImageJ
     *     does not read
     */
    static ImagePlus open(Path file) throws IOException {
        RiffFile.check(file);
        AVI_Reader reader = new AVI_Reader();
        ImageStack stack;
        try {
            // NB: the Opener would ask for frames in a dialog.
            stack = reader.makeStack(file.toAbsolutePath().toString(), 1, 0, true, false, false);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
        if (stack == null || stack.size() == 0) {
            throw unreadable(null);
        }
        ImagePlus image = new ImagePlus(file.getFileName().toString(), stack);
        image.setDimensions(1, 1, stack.size());
        return image;
    }

    private static IOException unreadable(Exception cause) {
        return new IOException(
                "is a damaged or unsupported AVI file. Convert it: ffmpeg -i IN -c:v rawvideo"
                        + " OUT.avi.",
                cause);
    }
}
