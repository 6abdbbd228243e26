package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import sc.fiji.fastsam.io.ImageFormat;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.reader.PlaneSources;

/**
 * Opens image files whole or says why not. Never asks the user anything, and never takes a text for
 * an image.
 */
public final class ImageFiles {

    private ImageFiles() {}

    /**
     * Opens an image with all its planes. One that takes more than half of Java's memory becomes a
     * virtual stack, whose planes are read when they are asked for.
     *
     * @return the image; its title is the file's name
     * @throws IOException if the file is missing, empty, cut short, damaged, of a kind that is not
     *     read, or no image; the message follows the file's name and says the way out
     */
    public static ImagePlus open(Path file) throws IOException {
        return open(file, OpenedImage.Reading::ofPlanes);
    }

    /**
     * Likewise, of any size: planes that take too much memory to be segmented whole are never read
     * whole. Their image has no pixels but a {@link SourceStack}, whose source can be read in
     * parts.
     *
     * @throws IOException as above
     */
    public static ImagePlus openAnySize(Path file) throws IOException {
        return open(file, OpenedImage.Reading::ofAnySize);
    }

    /**
     * Likewise, never whole, however small it is.
     *
     * @throws IOException as above
     */
    public static ImagePlus openInParts(Path file) throws IOException {
        return open(file, layout -> OpenedImage.Reading.IN_PARTS);
    }

    private static ImagePlus open(Path file, Function<ImageLayout, OpenedImage.Reading> reading)
            throws IOException {
        PlaneSources.check(file);
        ImagePlus image;
        if (ImageFormat.of(file) == ImageFormat.AVI) {
            image = AviFile.open(file);
        } else {
            PlaneSource source = PlaneSources.open(file);
            image = OpenedImage.of(file, source, reading.apply(source.layout()));
        }
        image.setTitle(file.getFileName().toString());
        return image;
    }

    /**
     * What the user should know of the reading of an image that was opened here, without full
     * stops: precision that was lost, thumbnails that were left out. Empty for others.
     */
    public static List<String> notes(ImagePlus image) {
        return OpenedImage.notes(image).stream().map(note -> note.replaceAll("\\.$", "")).toList();
    }
}
