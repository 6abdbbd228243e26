package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** A plane that is computed; counts what is read. Smaller levels hold every n-th pixel. */
public final class ComputedSource implements PlaneSource {

    /** Value of a pixel of level 0. */
    @FunctionalInterface
    public interface Values {
        /** The value. */
        double at(int x, int y);
    }

    private final ImageLayout layout;
    private final Size block;
    private final Values values;
    private long pixelsRead;

    /** A source of one plane. */
    public ComputedSource(PixelType type, Size block, Values values, Size... levels) {
        this.layout = ImageLayout.of(levels[0], type).withLevels(List.of(levels));
        this.block = block;
        this.values = values;
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public Size blockSize(int level) {
        return block;
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) {
        Size size = layout.size(level);
        assertEquals(region, region.intersection(Region.of(size)));
        assertFalse(region.isEmpty());
        pixelsRead += level == 0 ? region.area() : 0;
        int step = layout.size().width() / size.width();
        PixelBlock pixels = PixelBlock.create(region.size(), layout.type());
        for (int i = 0; i < region.area(); i++) {
            int x = region.x() + i % region.width();
            int y = region.y() + i / region.width();
            double value = values.at(x * step, y * step);
            switch (layout.type()) {
                case UINT8 -> pixels.bytes()[i] = (byte) value;
                case UINT16 -> pixels.shorts()[i] = (short) value;
                case FLOAT32 -> pixels.floats()[i] = (float) value;
                default -> pixels.colors()[i] = 0xff000000 | (int) value;
            }
        }
        return pixels;
    }

    @Override
    public void close() {}

    /** Pixels of level 0 that were read. */
    long pixelsRead() {
        return pixelsRead;
    }
}
