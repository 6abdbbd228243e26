package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.plugin.AVI_Reader;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.fastsam.io.UnreadImageException;
import sc.fiji.fastsam.io.raster.AviFrames;
import sc.fiji.fastsam.io.raster.RiffFile;

/** AVI, through ImageJ's reader, behind a check that nothing is missing. */
final class AviFile {

    private AviFile() {}

    /**
     * Reads all frames.
     *
     * @throws IOException if the file is cut short, damaged, or stored in a way that ImageJ does
     *     not read
     */
    static ImagePlus open(Path file) throws IOException {
        RiffFile.check(file);
        AviFrames.check(file);
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
        Frames frames = new Frames(stack, frame(stack, 1).getBitDepth());
        ImagePlus image = new ImagePlus(file.getFileName().toString(), frames);
        image.setDimensions(1, 1, stack.size());
        return image;
    }

    /** NB: where ImageJ's reader cannot read a frame, it gives nothing or fails. */
    private static ImageProcessor frame(ImageStack stack, int index) throws IOException {
        Optional<ImageProcessor> frame;
        try {
            frame = Optional.ofNullable(stack.getProcessor(index));
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
        return frame.orElseThrow(() -> unreadable(null));
    }

    private static IOException unreadable(Exception cause) {
        return new IOException(
                "is a damaged or unsupported AVI file. Convert it: ffmpeg -i IN -c:v rawvideo"
                        + " OUT.avi.",
                cause);
    }

    /** Says so where a frame cannot be read. */
    private static final class Frames extends VirtualStack {

        private final ImageStack frames;

        Frames(ImageStack frames, int bitDepth) {
            super(frames.getWidth(), frames.getHeight());
            this.frames = frames;
            setBitDepth(bitDepth);
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            try {
                return frame(frames, n);
            } catch (IOException e) {
                throw new UnreadImageException(e);
            }
        }

        @Override
        public int getSize() {
            return frames.getSize();
        }

        @Override
        public int size() {
            return frames.size();
        }

        @Override
        public String getSliceLabel(int n) {
            return frames.getSliceLabel(n);
        }
    }
}
