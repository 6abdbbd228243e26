package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.UnreadImageException;

/**
 * Planes of a source, read when they are asked for. The source is closed when ImageJ has forgotten
 * the stack.
 */
public final class SourceStack extends VirtualStack {

    private static final Cleaner CLEANER = Cleaner.create();

    private final PlaneSource source;
    private final boolean inParts;
    private final String[] labels;

    /**
     * @param source owned by the stack from now on
     * @param inParts whether planes are never read whole: their processors have no pixels then
     */
    SourceStack(PlaneSource source, boolean inParts) {
        super(source.layout().size().width(), source.layout().size().height());
        this.source = source;
        this.inParts = inParts;
        this.labels = new String[source.layout().planes().total()];
        setBitDepth(bitDepth(source.layout().type()));
        CLEANER.register(this, () -> close(source));
    }

    private static void close(PlaneSource source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int bitDepth(PixelType type) {
        return switch (type) {
            case UINT8 -> 8;
            case UINT16 -> 16;
            case FLOAT32 -> 32;
            case RGB -> 24;
        };
    }

    /** What an image is read from, where its planes are never to be read whole; else empty. */
    public static Optional<PlaneSource> inParts(ImagePlus image) {
        return image.getStack() instanceof SourceStack stack && stack.inParts
                ? Optional.of(stack.source)
                : Optional.empty();
    }

    /** What the planes are read from; it can also be read in parts. Not to be closed. */
    public PlaneSource source() {
        return source;
    }

    /**
     * A plane of a source, as a processor.
     *
     * @param index counted from 0, channels fastest, then slices
     */
    static ImageProcessor plane(PlaneSource source, int index) throws IOException {
        ImageLayout layout = source.layout();
        return processor(source.region(layout.planes().at(index), 0, Region.of(layout.size())));
    }

    /** Pixels as a processor over the same array. */
    public static ImageProcessor processor(PixelBlock block) {
        Size size = block.size();
        return switch (block.type()) {
            case UINT8 -> new ByteProcessor(size.width(), size.height(), block.bytes());
            case UINT16 -> new ShortProcessor(size.width(), size.height(), block.shorts(), null);
            case FLOAT32 -> new FloatProcessor(size.width(), size.height(), block.floats());
            case RGB -> new ColorProcessor(size.width(), size.height(), block.colors());
        };
    }

    /**
     * A new copy of a plane; without pixels where they are too many.
     *
     * @param n counted from 1
     * @throws UncheckedIOException if it cannot be read
     */
    @Override
    public ImageProcessor getProcessor(int n) {
        try {
            ImageProcessor plane = inParts ? blank() : plane(source, n - 1);
            if (getColorModel() != null && !(plane instanceof ColorProcessor)) {
                plane.setColorModel(getColorModel());
            }
            return plane;
        } catch (IOException e) {
            throw new UnreadImageException(e);
        }
    }

    private ImageProcessor blank() {
        int width = getWidth();
        int height = getHeight();
        return switch (source.layout().type()) {
            case UINT8 -> new ByteProcessor(width, height, null);
            case UINT16 -> new ShortProcessor(width, height, null, null);
            case FLOAT32 -> new NoFloats(width, height);
            case RGB -> new ColorProcessor(width, height, (int[]) null);
        };
    }

    @Override
    public int getSize() {
        return labels.length;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public String getSliceLabel(int n) {
        return labels[n - 1];
    }

    @Override
    public void setSliceLabel(String label, int n) {
        labels[n - 1] = label;
    }

    /** NB: ImageJ's own looks for its range among pixels that are not there. */
    private static final class NoFloats extends FloatProcessor {

        NoFloats(int width, int height) {
            super(width, height, (float[]) null);
        }

        @Override
        public void findMinAndMax() {
            // NB: nothing is known; an empty range is looked for among the pixels of the file.
        }
    }
}
