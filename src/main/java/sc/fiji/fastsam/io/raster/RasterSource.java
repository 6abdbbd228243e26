package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** An image that was read whole, because its format cannot be read in parts. */
final class RasterSource implements PlaneSource {

    private final ImageLayout layout;
    private final List<PixelBlock> planes;
    private final List<String> notes;

    /**
     * @param planes in the order of {@link sc.fiji.fastsam.io.PlaneCounts#indexOf}
     */
    RasterSource(ImageLayout layout, List<PixelBlock> planes, List<String> notes) {
        this.layout = layout;
        this.planes = List.copyOf(planes);
        this.notes = List.copyOf(notes);
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public PixelBlock region(PlaneIndex plane, int level, Region region) throws IOException {
        Size size = layout.size(level);
        layout.check(plane, level, region);
        PixelBlock from = planes.get(layout.planes().indexOf(plane));
        PixelBlock to = PixelBlock.create(region.size(), layout.type());
        for (int y = 0; y < region.height(); y++) {
            int start = (region.y() + y) * size.width() + region.x();
            System.arraycopy(from.pixels(), start, to.pixels(), y * region.width(), region.width());
        }
        return to;
    }

    @Override
    public void close() {
        // NB: nothing is open.
    }
}
