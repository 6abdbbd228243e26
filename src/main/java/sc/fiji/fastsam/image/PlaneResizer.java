package sc.fiji.fastsam.image;

import java.util.function.Function;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * Resizes a part of a plane into a part of a larger raster, rows first needed, each source row
 * resized once.
 *
 * <p>NB: plain Java, not OpenCV, whose natives take half a second to load: this step is on the way
 * to the first result.
 */
final class PlaneResizer {

    private final Region source;
    private final AxisWeights columns;
    private final AxisWeights rows;
    private final Size content;

    /**
     * @param source part of the plane to read
     * @param content size of the result
     * @param antialias whether shrinking averages
     */
    PlaneResizer(Region source, Size content, boolean antialias) {
        this.source = source;
        this.content = content;
        this.columns = AxisWeights.of(source.width(), content.width(), antialias);
        this.rows = AxisWeights.of(source.height(), content.height(), antialias);
    }

    /**
     * @param plane the source, band by band
     * @param channel which of their channels is resized
     * @param target row-major raster to write into
     * @param offset index of the result's first pixel in the target
     * @param targetStride length of a row of the target
     */
    void resize(
            PlaneBands plane,
            Function<RgbImage, float[]> channel,
            float[] target,
            int offset,
            int targetStride) {
        float[][] resized = new float[source.height()][];
        for (int y = 0; y < content.height(); y++) {
            int first = rows.first(y);
            int to = offset + y * targetStride;
            for (int row = first; row < first + rows.taps(); row++) {
                if (resized[row] == null) {
                    resized[row] = reusedRow(resized, first);
                    PlaneBand band = plane.holding(source.y() + row);
                    columns.resize(
                            channel.apply(band.pixels()),
                            band.index(source.x(), source.y() + row),
                            resized[row]);
                }
            }
            combine(resized, y, target, to);
        }
    }

    /** NB: two rows in one pass give what one after the other gives, in less time. */
    private void combine(float[][] resized, int y, float[] target, int to) {
        int first = rows.first(y);
        int i = rows.taps() % 2;
        if (i == 1) {
            setScaled(resized[first], rows.weight(y, 0), target, to);
        } else {
            setTwo(resized, y, target, to);
            i = 2;
        }
        for (; i < rows.taps(); i += 2) {
            float weight = rows.weight(y, i);
            float nextWeight = rows.weight(y, i + 1);
            float[] row = resized[first + i];
            float[] next = resized[first + i + 1];
            for (int x = 0; x < row.length; x++) {
                target[to + x] = target[to + x] + row[x] * weight + next[x] * nextWeight;
            }
        }
    }

    private void setTwo(float[][] resized, int y, float[] target, int to) {
        float weight = rows.weight(y, 0);
        float nextWeight = rows.weight(y, 1);
        float[] row = resized[rows.first(y)];
        float[] next = resized[rows.first(y) + 1];
        for (int x = 0; x < row.length; x++) {
            target[to + x] = row[x] * weight + next[x] * nextWeight;
        }
    }

    /** The memory of a row that is not needed any more, else new one. */
    private float[] reusedRow(float[][] resized, int first) {
        for (int row = first - 1; row >= 0 && resized[row] != null; row--) {
            if (row == 0 || resized[row - 1] == null) {
                float[] memory = resized[row];
                resized[row] = null;
                return memory;
            }
        }
        return new float[content.width()];
    }

    private static void setScaled(float[] row, float weight, float[] target, int to) {
        for (int x = 0; x < row.length; x++) {
            target[to + x] = row[x] * weight;
        }
    }
}
