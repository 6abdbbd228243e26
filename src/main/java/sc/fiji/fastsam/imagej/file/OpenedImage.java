package sc.fiji.fastsam.imagej.file;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.process.LUT;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.tiff.TiffSource;

/** A source of planes as ImageJ's image, with all that ImageJ wrote beside the pixels. */
final class OpenedImage {

    private static final String NOTES = "FastSAM: notes of reading";

    /** More channels than ImageJ has colors for are shown in gray. */
    private static final int MOST_COLORS = 7;

    /** Pixels of a plane that is read in parts: 370 000 x 370 000, half a day of work. */
    private static final long MOST_AREA = 1L << 37;

    private OpenedImage() {}

    /**
     * The image of a source.
     *
     * @param title of the image
     * @param file that it comes from; nothing = none
     * @param source owned by the image: closed here, or when ImageJ has forgotten the image
     * @param choice what of it is in memory
     * @throws IOException if a plane cannot be read or does not fit into the memory, or as the
     *     choice says
     */
    static ImagePlus of(
            String title, Optional<Path> file, PlaneSource source, Reading.Choice choice)
            throws IOException {
        try {
            Reading reading = choice.of(source.layout());
            ImagePlus image = create(title, file, source, reading);
            image.setProperty(NOTES, source.notes());
            if (reading == Reading.WHOLE) {
                source.close();
            }
            return image;
        } catch (OutOfMemoryError e) {
            source.close();
            throw new IOException("needs more memory than Java has left. Give it more (-Xmx).", e);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** What the user should know of the reading of an image that was opened here; else empty. */
    static List<String> notes(ImagePlus image) {
        return image.getStack() instanceof SourceStack stack
                ? stack.source().notes()
                : image.getProperty(NOTES) instanceof List<?> notes
                        ? notes.stream().map(String::valueOf).toList()
                        : List.of();
    }

    private static ImagePlus create(
            String title, Optional<Path> file, PlaneSource source, Reading reading)
            throws IOException {
        ImageLayout layout = source.layout();
        boolean inParts = reading == Reading.IN_PARTS;
        if (inParts) {
            checkArea(layout);
        } else {
            checkPlane(layout);
        }
        ImageStack stack =
                reading == Reading.WHOLE ? read(source) : new SourceStack(source, inParts);
        if (layout.colors().isPresent() && layout.planes().channels() == 1) {
            stack.setColorModel(lut(layout.colors().get()));
        }
        ImagePlus image = new ImagePlus(title, stack);
        file.ifPresent(path -> image.setFileInfo(info(path)));
        calibrate(image.getCalibration(), layout);
        image.setDimensions(
                layout.planes().channels(), layout.planes().slices(), layout.planes().frames());
        label(stack, layout);
        if (source instanceof TiffSource tiff && tiff.imageJDescription().isPresent()) {
            return ImageJSettings.apply(tiff, image);
        }
        return layout.planes().channels() > 1 ? composite(image, layout) : image;
    }

    private static void checkPlane(ImageLayout layout) throws IOException {
        double plane = (double) layout.size().area() * layout.type().bytesPerPixel();
        MemoryNeed.check(plane, "crop it.");
        if (layout.size().area() > MemoryNeed.LONGEST_ARRAY) {
            throw new IOException(
                    "has planes of "
                            + layout.size()
                            + " pixels, more than the 2147483639 that an ImageJ image may have."
                            + " Crop it.");
        }
    }

    /** NB: Zarr declares sizes of which hardly anything need be stored. */
    private static void checkArea(ImageLayout layout) throws IOException {
        if (layout.size().area() > MOST_AREA) {
            throw new IOException(
                    "has planes of "
                            + layout.size()
                            + " pixels, more than the 2^37 that are segmented. Crop it, or take a"
                            + " smaller level of it.");
        }
    }

    /** NB: arrays alone, as of processors ImageJ would look for the least and greatest value. */
    private static ImageStack read(PlaneSource source) throws IOException {
        ImageLayout layout = source.layout();
        ImageStack stack = new ImageStack(layout.size().width(), layout.size().height());
        for (int i = 0; i < layout.planes().total(); i++) {
            stack.addSlice(null, SourceStack.plane(source, i).getPixels());
        }
        return stack;
    }

    private static LUT lut(ColorTable colors) {
        return new LUT(colors.reds(), colors.greens(), colors.blues());
    }

    private static FileInfo info(Path file) {
        FileInfo info = new FileInfo();
        info.directory = file.toAbsolutePath().getParent() + "/";
        info.fileName = file.getFileName().toString();
        return info;
    }

    private static void calibrate(Calibration calibration, ImageLayout layout) {
        PixelSize size = layout.pixelSize();
        calibration.pixelWidth = size.width();
        calibration.pixelHeight = size.height();
        calibration.pixelDepth = size.depth();
        calibration.setUnit(size.unit());
        calibration.frameInterval = layout.frameSeconds();
    }

    private static void label(ImageStack stack, ImageLayout layout) {
        List<String> names = layout.channelNames();
        for (int i = 0; i < stack.size() && !names.isEmpty(); i++) {
            stack.setSliceLabel(names.get(i % names.size()), i + 1);
        }
    }

    private static ImagePlus composite(ImagePlus image, ImageLayout layout) {
        int channels = layout.planes().channels();
        if (layout.type() == PixelType.RGB) {
            return image;
        }
        int mode = channels > MOST_COLORS ? IJ.GRAYSCALE : IJ.COMPOSITE;
        CompositeImage composite = new CompositeImage(image, mode);
        composite.setOpenAsHyperStack(true);
        return composite;
    }
}
