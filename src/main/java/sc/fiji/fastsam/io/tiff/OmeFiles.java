package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The files that an image of OME-TIFFs lies in, each of which opens as the whole image. */
public final class OmeFiles {

    private OmeFiles() {}

    /**
     * Reads a file's first description, and no pixels.
     *
     * @return all of them, in the folder of the given one, which is among them, whether they are
     *     there or not, in the order of their planes by frame, slice and channel; the given one
     *     alone where it has no others, and where it cannot be read
     */
    public static List<Path> of(Path file) {
        try (TiffFile tiff = TiffFile.open(file)) {
            String text = tiff.description();
            return OmeXml.isOme(text) ? files(file, OmeStack.declared(file, text)) : List.of(file);
        } catch (IOException | IllegalArgumentException e) {
            // NB: whoever opens it is told what is wrong.
            return List.of(file);
        }
    }

    private static List<Path> files(Path file, OmeXml ome) {
        if (ome.images().size() != 1) {
            return List.of(file);
        }
        OmeImage image = ome.images().get(0);
        List<Path> files =
                IntStream.range(0, image.data.size())
                        .boxed()
                        .sorted(Comparator.comparing(image.data::get, OmeFiles::compare))
                        .map(image.references::get)
                        .map(
                                one ->
                                        ome.isOwn(one, file)
                                                ? file
                                                : file.resolveSibling(one.fileName()))
                        .distinct()
                        .toList();
        return files.contains(file) ? files : List.of(file);
    }

    private static int compare(OmeImage.Data one, OmeImage.Data other) {
        return Comparator.comparingInt(OmeImage.Data::frame)
                .thenComparingInt(OmeImage.Data::slice)
                .thenComparingInt(OmeImage.Data::channel)
                .compare(one, other);
    }
}
