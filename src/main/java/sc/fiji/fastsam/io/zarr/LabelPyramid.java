package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.zarr.store.ZarrArray;

/** Levels of half the size: every other pixel of every other row, the first ones included. */
final class LabelPyramid {

    private final ZarrArray full;
    private final Axes axes;
    private final LabelLevel half;

    /**
     * @param full a level that is written
     * @param axes of both
     * @param half half its size, rounded up
     */
    LabelPyramid(ZarrArray full, Axes axes, LabelLevel half) {
        this.full = full;
        this.axes = axes;
        this.half = half;
    }

    /** Half the size, rounded up. */
    static Size halved(Size size) {
        return new Size(size.width() / 2 + size.width() % 2, size.height() / 2 + size.height() % 2);
    }

    /** Writes all chunks of the smaller level, one at a time in memory. */
    void write(PlaneCounts planes) throws IOException {
        for (int i = 0; i < planes.total(); i++) {
            for (int row = 0; row < half.grid().down(); row++) {
                for (int column = 0; column < half.grid().across(); column++) {
                    write(planes.at(i), row, column);
                }
            }
        }
    }

    private void write(PlaneIndex plane, int row, int column) throws IOException {
        Region region = half.grid().region(column, row);
        int[] labels = new int[(int) region.area()];
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 2; x++) {
                Optional<byte[]> chunk = chunk(plane, 2 * row + y, 2 * column + x);
                if (chunk.isPresent()) {
                    sample(chunk.get(), x, y, region, labels);
                }
            }
        }
        half.write(plane, row, column, labels);
    }

    private Optional<byte[]> chunk(PlaneIndex plane, int row, int column) throws IOException {
        int[] at = axes.origin(plane);
        at[axes.index("y").orElseThrow()] = row;
        at[axes.index("x").orElseThrow()] = column;
        return full.chunk(at);
    }

    /** Puts a quarter in its place. */
    private static void sample(byte[] chunk, int qx, int qy, Region region, int[] labels) {
        ByteBuffer in = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        int quarter = LabelMetadata.CHUNK / 2;
        int left = qx * quarter;
        int top = qy * quarter;
        for (int y = 0; y < quarter && top + y < region.height(); y++) {
            for (int x = 0; x < quarter && left + x < region.width(); x++) {
                labels[(top + y) * region.width() + left + x] =
                        in.getInt(4 * (2 * y * LabelMetadata.CHUNK + 2 * x));
            }
        }
    }
}
