package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.zarr.store.ChunkGrid;
import sc.fiji.fastsam.io.zarr.store.ElementType;
import sc.fiji.fastsam.io.zarr.store.ZarrArray;

/** One resolution level: planes of an array. Thread-safe. */
final class Level {

    private final ZarrArray array;
    private final Axes axes;
    private final Elements elements;
    private final int x;
    private final int y;
    private volatile boolean filled;

    /**
     * @param axes fitting the array
     */
    Level(ZarrArray array, Axes axes) {
        this.array = array;
        this.axes = axes;
        this.elements = new Elements(type());
        this.x = axes.index("x").orElseThrow();
        this.y = axes.index("y").orElseThrow();
    }

    ElementType type() {
        return array.info().format().type();
    }

    /** Width and height. */
    Size size() {
        return new Size(grid().size(x), grid().size(y));
    }

    /** Width and height of the chunks, within the level. */
    Size chunkSize() {
        return new Size(
                Math.min(grid().chunkSize(x), grid().size(x)),
                Math.min(grid().chunkSize(y), grid().size(y)));
    }

    /** Channels, slices and frames. */
    PlaneCounts planes() {
        return new PlaneCounts(
                axes.size("c", grid()), axes.size("z", grid()), axes.size("t", grid()));
    }

    /** True when a value so far could not be held exactly. */
    boolean isLossy() {
        return elements.isLossy();
    }

    /** True when a chunk that was wanted so far is not stored. */
    boolean isFilled() {
        return filled;
    }

    /** The value of pixels that are not stored. */
    float fillValue() {
        PixelBlock block = PixelBlock.create(new Size(1, 1), type().pixelType());
        elements.copy(array.info().format().fill(), 0, 0, block, 0, 1);
        return block.value(0, 0);
    }

    /**
     * Pixels of a plane.
     *
     * @param region inside the level, not empty
     * @throws IOException if a chunk is damaged
     */
    PixelBlock read(PlaneIndex plane, Region region) throws IOException {
        PixelBlock block = PixelBlock.create(region.size(), type().pixelType());
        int[] origin = axes.origin(plane);
        int[] at = new int[origin.length];
        int base = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = origin[i] / grid().chunkSize(i);
            base += origin[i] % grid().chunkSize(i) * stride(i);
        }
        int width = grid().chunkSize(x);
        int height = grid().chunkSize(y);
        for (at[y] = region.y() / height; at[y] <= (region.yEnd() - 1) / height; at[y]++) {
            for (at[x] = region.x() / width; at[x] <= (region.xEnd() - 1) / width; at[x]++) {
                copy(at, base, region, block);
            }
        }
        return block;
    }

    /** Copies what a chunk holds of a region. */
    private void copy(int[] at, int base, Region region, PixelBlock block) throws IOException {
        int width = grid().chunkSize(x);
        int height = grid().chunkSize(y);
        // NB: longs, for the last chunk may reach beyond 2^31.
        int left = (int) Math.max(region.x(), (long) at[x] * width);
        int right = (int) Math.min(region.xEnd(), (at[x] + 1L) * width);
        int top = (int) Math.max(region.y(), (long) at[y] * height);
        int bottom = (int) Math.min(region.yEnd(), (at[y] + 1L) * height);
        Optional<byte[]> chunk = array.chunk(at);
        if (chunk.isEmpty()) {
            filled = true;
        }
        byte[] bytes = chunk.orElse(array.info().format().fill());
        for (int row = top; row < bottom; row++) {
            int from = base + row % height * stride(y) + left % width * stride(x);
            int to = (row - region.y()) * region.width() + left - region.x();
            boolean stored = chunk.isPresent();
            elements.copy(
                    bytes, stored ? from : 0, stored ? stride(x) : 0, block, to, right - left);
        }
    }

    private int stride(int axis) {
        return array.info().format().strides()[axis];
    }

    private ChunkGrid grid() {
        return array.info().grid();
    }
}
