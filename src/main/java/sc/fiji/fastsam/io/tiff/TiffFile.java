package sc.fiji.fastsam.io.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An open file and its directories. */
final class TiffFile implements Closeable {

    private static final int REDUCED = 1;
    private static final int MASK = 4;

    private final Path path;
    private final TiffInput input;
    private final IfdChain chain;
    private final List<Ifd> directories;
    private final Map<Ifd, Page> pages = new HashMap<>();
    private final Map<Ifd, List<Ifd>> below = new HashMap<>();

    private TiffFile(Path path, TiffInput input, IfdChain chain, List<Ifd> directories) {
        this.path = path;
        this.input = input;
        this.chain = chain;
        this.directories = directories;
    }

    /**
     * @throws IOException if the file cannot be read, is no TIFF, or its directories are damaged
     */
    static TiffFile open(Path path) throws IOException {
        TiffInput input = TiffInput.open(path);
        try {
            IfdChain chain = new IfdChain(input);
            return new TiffFile(path, input, chain, chain.pages());
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Directories of all pages, thumbnails too. */
    List<Ifd> directories() {
        return directories;
    }

    /** The page of a directory; the same object each time. */
    synchronized Page page(Ifd ifd) throws IOException {
        Page known = pages.get(ifd);
        if (known == null) {
            known = Page.of(ifd);
            pages.put(ifd, known);
        }
        return known;
    }

    /** Pages that their tags call neither reduced nor a mask; all where none is left. */
    List<Ifd> fullDirectories() throws IOException {
        List<Ifd> full = new ArrayList<>();
        for (Ifd ifd : directories) {
            if (!isReduced(ifd) && !isMask(ifd)) {
                full.add(ifd);
            }
        }
        return full.isEmpty() ? directories : full;
    }

    /** Pages that their tags call reduced. */
    List<Ifd> reducedDirectories() throws IOException {
        List<Ifd> reduced = new ArrayList<>();
        for (Ifd ifd : directories) {
            if (isReduced(ifd) && !isMask(ifd)) {
                reduced.add(ifd);
            }
        }
        return reduced;
    }

    private static boolean isReduced(Ifd ifd) throws IOException {
        return (ifd.number(Tags.NEW_SUBFILE_TYPE, 0) & REDUCED) != 0
                || ifd.number(Tags.SUBFILE_TYPE, 1) == 2;
    }

    private static boolean isMask(Ifd ifd) throws IOException {
        return (ifd.number(Tags.NEW_SUBFILE_TYPE, 0) & MASK) != 0;
    }

    /** Directories that a page names as its lower resolutions. */
    synchronized List<Ifd> below(Ifd ifd) throws IOException {
        List<Ifd> known = below.get(ifd);
        if (known == null) {
            known = chain.below(ifd);
            below.put(ifd, known);
        }
        return known;
    }

    /** The first page's description. */
    String description() throws IOException {
        return directories.get(0).text(Tags.DESCRIPTION);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
