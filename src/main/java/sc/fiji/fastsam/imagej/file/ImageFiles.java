package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.fastsam.io.ImageFormat;
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
        PlaneSources.check(file);
        ImagePlus image =
                ImageFormat.of(file) == ImageFormat.AVI
                        ? AviFile.open(file)
                        : OpenedImage.of(file, PlaneSources.open(file));
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
