package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.io.ImageFormat;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.MemoryNeed;
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
        return open(file, layout -> Reading.ofPlanes(layout, MemoryNeed.memory()));
    }

    /**
     * Likewise, of any size: planes that take too much memory to be segmented whole are never read
     * whole. Their image has no pixels but a {@link SourceStack}, whose source can be read in
     * parts.
     *
     * @throws IOException as above
     */
    public static ImagePlus openAnySize(Path file) throws IOException {
        return open(file, layout -> Reading.ofAnySize(layout, MemoryNeed.memory()));
    }

    /**
     * Likewise, of a file that is segmented while others are.
     *
     * @param files that are segmented at the same time, this one included
     * @throws TooLargeBesideOthersException if it would take more than its share of the memory;
     *     nothing of its pixels is read then
     * @throws IOException as above
     */
    public static ImagePlus openBesideOthers(Path file, int files) throws IOException {
        double memory = MemoryNeed.memory();
        return open(
                file,
                layout -> {
                    if (!Reading.isSmall(layout, memory / files)) {
                        throw new TooLargeBesideOthersException(files);
                    }
                    return Reading.ofAnySize(layout, memory);
                });
    }

    /**
     * Likewise, never whole, however small it is.
     *
     * @throws IOException as above
     */
    public static ImagePlus openInParts(Path file) throws IOException {
        return open(file, layout -> Reading.IN_PARTS);
    }

    private static ImagePlus open(Path file, Reading.Choice choice) throws IOException {
        PlaneSources.check(file);
        String title = file.getFileName().toString();
        ImagePlus image;
        if (ImageFormat.of(file) == ImageFormat.AVI) {
            image = AviFile.open(file);
        } else {
            PlaneSource source = PlaneSources.open(file);
            image = OpenedImage.of(title, Optional.of(file), source, choice);
        }
        image.setTitle(title);
        return image;
    }

    /** True where a plane and what segmenting makes of it fit into four fifths of the memory. */
    public static boolean isSegmentedWhole(ImageLayout layout) {
        return Reading.ofAnySize(layout, MemoryNeed.memory()) != Reading.IN_PARTS;
    }

    /**
     * The image of a source of any size: whole, by planes or in parts, as with {@link
     * #openAnySize}.
     *
     * @param source owned by the image from now on
     * @throws IOException if a plane cannot be read
     */
    public static ImagePlus of(String title, PlaneSource source) throws IOException {
        return of(title, source, MemoryNeed.memory());
    }

    /**
     * Likewise, for a memory of some bytes.
     *
     * @throws IOException as above
     */
    static ImagePlus of(String title, PlaneSource source, double memory) throws IOException {
        return OpenedImage.of(
                title, Optional.empty(), source, layout -> Reading.ofAnySize(layout, memory));
    }

    /**
     * What the user should know of the reading of an image that was opened here, without full
     * stops: precision that was lost, thumbnails that were left out. Empty for others.
     */
    public static List<String> notes(ImagePlus image) {
        return OpenedImage.notes(image).stream().map(note -> note.replaceAll("\\.$", "")).toList();
    }
}
