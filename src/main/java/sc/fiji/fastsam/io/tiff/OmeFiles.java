package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The files that an image of OME-TIFFs lies in, each of which opens as the whole image. */
public final class OmeFiles {

    private static final Pattern TIFF =
            Pattern.compile("\\.(tiff?|tf[28]|btf)$", Pattern.CASE_INSENSITIVE);

    private static final String BINARY_ONLY = "BinaryOnly";

    private OmeFiles() {}

    /**
     * Images that lie in several files. Reads the first description of each file with the ending of
     * a TIFF, on all threads, and no pixels.
     *
     * @param files absolute paths; those that cannot be read stand for themselves
     * @return for the first of an image's files that is given, all others that it names, whether
     *     they are given, and there, or not; and the file of XML that describes it, if it is there
     */
    public static Map<Path, List<Path>> ofSeveral(Collection<Path> files) {
        Set<Path> all = new HashSet<>(files);
        Set<Path> seen = new HashSet<>();
        Map<Path, List<Path>> several = new HashMap<>();
        for (Path file : files.parallelStream().filter(OmeFiles::isOme).toList()) {
            if (!seen.contains(file)) {
                String text = descriptionOrNone(file);
                List<Path> together = of(file, text);
                seen.addAll(together);
                Path first = together.stream().filter(all::contains).findFirst().orElse(file);
                List<Path> others = new ArrayList<>(together);
                others.remove(first);
                companion(file, text).ifPresent(others::add);
                if (!others.isEmpty()) {
                    several.put(first, List.copyOf(others));
                }
            }
        }
        return several;
    }

    /** The file of XML alone that describes a TIFF; nothing where it describes itself. */
    private static Optional<Path> companion(Path file, String text) {
        try {
            String name = text.contains(BINARY_ONLY) ? OmeXml.of(text).metadataFile() : "";
            return name.endsWith(OmeStack.XML_ALONE)
                    ? Optional.of(OpenFiles.beside(file, name))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** NB: a pipe is not opened, as that waits for somebody who writes to it. */
    private static boolean isOme(Path file) {
        try {
            return TIFF.matcher(file.toString()).find()
                    && Files.isRegularFile(file)
                    && OmeXml.isOme(description(file));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a file's first description, and no pixels.
     *
     * @return all of them, in the folder of the given one, which is among them, whether they are
     *     there or not, in the order of their planes by frame, slice and channel; the given one
     *     alone where it has no others, and where it cannot be read
     */
    static List<Path> of(Path file) {
        return of(file, descriptionOrNone(file));
    }

    private static List<Path> of(Path file, String text) {
        try {
            return OmeXml.isOme(text) ? files(file, OmeStack.declared(file, text)) : List.of(file);
        } catch (IOException | IllegalArgumentException e) {
            // NB: whoever opens it is told what is wrong.
            return List.of(file);
        }
    }

    /** The description; empty where it cannot be read, which whoever opens the file is told. */
    private static String descriptionOrNone(Path file) {
        try {
            return description(file);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }

    /** NB: that of the first page, without a look at the others, of which there may be many. */
    private static String description(Path file) throws IOException {
        try (TiffInput input = TiffInput.open(file)) {
            return new IfdChain(input).first().text(Tags.DESCRIPTION);
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
