package sc.fiji.fastsam.imagej.file;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * Planes of a source, read when they are asked for. The source is closed when ImageJ has forgotten
 * the stack.
 */
public final class SourceStack extends VirtualStack {

    private static final Cleaner CLEANER = Cleaner.create();

    private final PlaneSource source;
    private final String[] labels;

    /**
     * @param source owned by the stack from now on
     */
    SourceStack(PlaneSource source) {
        super(source.layout().size().width(), source.layout().size().height());
        this.source = source;
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
        Size size = layout.size();
        PixelBlock block = source.region(layout.planes().at(index), 0, Region.of(size));
        return switch (block.type()) {
            case UINT8 -> new ByteProcessor(size.width(), size.height(), block.bytes());
            case UINT16 -> new ShortProcessor(size.width(), size.height(), block.shorts(), null);
            case FLOAT32 -> new FloatProcessor(size.width(), size.height(), block.floats());
            case RGB -> new ColorProcessor(size.width(), size.height(), block.colors());
        };
    }

    /**
     * A new copy of a plane.
     *
     * @param n counted from 1
     * @throws UncheckedIOException if it cannot be read
     */
    @Override
    public ImageProcessor getProcessor(int n) {
        try {
            ImageProcessor plane = plane(source, n - 1);
            if (getColorModel() != null && !(plane instanceof ColorProcessor)) {
                plane.setColorModel(getColorModel());
            }
            return plane;
        } catch (IOException e) {
            throw new UncheckedIOException("The image " + e.getMessage(), e);
        }
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
}
