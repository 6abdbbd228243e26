package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** An open TIFF or BigTIFF, with the files beside it that its OME-XML names. */
public final class TiffSource implements PlaneSource {

    private final OpenFiles files;
    private final Stack stack;
    private final PageReader reader;

    private TiffSource(OpenFiles files, Stack stack) {
        this.files = files;
        this.stack = stack;
        this.reader = new PageReader(stack.planes().get(0).levels().get(0).samples());
    }

    /**
     * Opens a file; looks at all its directories and at no pixels.
     *
     * @throws IOException if the file is no TIFF, is damaged, cut short, or of a kind that is not
     *     read; the message follows the file's name
     */
    public static TiffSource open(Path file) throws IOException {
        OpenFiles files = new OpenFiles();
        try {
            return new TiffSource(files, assemble(files, files.open(file)));
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static Stack assemble(OpenFiles files, TiffFile file) throws IOException {
        String text = file.description();
        return OmeXml.isOme(text) ? OmeStack.of(files, file, text) : PageStack.of(file);
    }

    @Override
    public ImageLayout layout() {
        return stack.layout();
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        return region(plane, level, region, Optional.empty());
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region, Optional<PixelBlock> spare)
            throws IOException {
        layout().check(plane, level, region);
        PlaneLevels levels = stack.planes().get(layout().planes().indexOf(plane));
        return reader.read(levels.at(level), region, spare);
    }

    @Override
    public Size blockSize(int level) {
        Size size = layout().size(level);
        Size block = stack.planes().get(0).levels().get(level).grid().block();
        return new Size(
                Math.min(size.width(), block.width()), Math.min(size.height(), block.height()));
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(stack.notes());
        if (reader.isLossy()) {
            notes.add(ROUNDED);
        }
        return notes;
    }

    /**
     * ImageJ's description of its own files; empty for others'.
     *
     * @throws IOException if it cannot be read
     */
    public Optional<ImageJDescription> imageJDescription() throws IOException {
        return ImageJDescription.of(files.first().description());
    }

    /**
     * What ImageJ stores beside the pixels; empty values where there is nothing.
     *
     * @throws IOException if it cannot be read
     */
    public ImageJMetadata imageJMetadata() throws IOException {
        return ImageJMetadata.of(files.first().directories().get(0));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
