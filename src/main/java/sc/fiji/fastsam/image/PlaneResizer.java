package sc.fiji.fastsam.image;

import java.util.function.Function;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.AtOnce;

/**
 * Resizes a part of a plane into a part of a larger raster, rows first needed, each source row
 * resized once (where parts meet, twice).
 *
 * <p>NB: plain Java, not OpenCV, whose natives take half a second to load: this step is on the way
 * to the first result.
 */
final class PlaneResizer {

    /** Pixels of the source in a part. */
    private static final long PART = 1L << 24;

    private static final int MOST_PARTS = 4;

    private final Region source;
    private final AxisWeights columns;
    private final AxisWeights rows;
    private final Size content;
    private final int parts;

    /**
     * @param source part of the plane to read
     * @param content size of the result
     * @param antialias whether shrinking averages
     */
    PlaneResizer(Region source, Size content, boolean antialias) {
        this(source, content, antialias, (int) Math.min(MOST_PARTS, 1 + source.area() / PART));
    }

    /**
     * @param parts that are resized at the same time
     */
    PlaneResizer(Region source, Size content, boolean antialias, int parts) {
        this.parts = parts;
        this.source = source;
        this.content = content;
        this.columns = AxisWeights.of(source.width(), content.width(), antialias);
        this.rows = AxisWeights.of(source.height(), content.height(), antialias);
    }

    /**
     * @param plane with the source, read band by band, large ones in parts at the same time
     * @param channel which of the channels is resized
     * @param target row-major raster to write into
     * @param offset index of the result's first pixel in the target
     * @param targetStride length of a row of the target
     */
    void resize(
            RgbPlane plane,
            Function<RgbImage, float[]> channel,
            float[] target,
            int offset,
            int targetStride) {
        AtOnce.parts(
                parts,
                part -> {
                    int from = part * content.height() / parts;
                    int to = (part + 1) * content.height() / parts;
                    resize(plane, channel, new Rows(from, to, target, offset, targetStride));
                });
    }

    /** Rows of the result and where they go. */
    private record Rows(int from, int to, float[] target, int offset, int stride) {

        int index(int y) {
            return offset + y * stride;
        }
    }

    private void resize(RgbPlane plane, Function<RgbImage, float[]> channel, Rows out) {
        if (out.from() == out.to()) {
            return;
        }
        float[][] resized = new float[source.height()][];
        int start = rows.first(out.from());
        PlaneBands bands = new PlaneBands(plane, below(start));
        for (int y = out.from(); y < out.to(); y++) {
            int first = rows.first(y);
            for (int row = first; row < first + rows.taps(); row++) {
                if (resized[row] == null) {
                    resized[row] = reusedRow(resized, first);
                    PlaneBand band = bands.holding(source.y() + row);
                    columns.resize(
                            channel.apply(band.pixels()),
                            band.index(source.x(), source.y() + row),
                            resized[row]);
                }
            }
            addRows(resized, y, out.target(), out.index(y));
        }
    }

    /** The source from a row on. */
    private Region below(int row) {
        return new Region(source.x(), source.y() + row, source.width(), source.height() - row);
    }

    /** NB: several rows in one pass give what one after the other gives, in less time. */
    private void addRows(float[][] resized, int y, float[] target, int to) {
        int first = rows.first(y);
        int i = Math.min(2, rows.taps());
        if (i == 2) {
            setTwo(resized, y, target, to);
        } else {
            setScaled(resized[first], rows.weight(y, 0), target, to);
        }
        for (; i + 4 <= rows.taps(); i += 4) {
            addFour(resized, first + i, y, i, target, to);
        }
        for (; i < rows.taps(); i++) {
            addScaled(resized[first + i], rows.weight(y, i), target, to);
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

    private void addFour(float[][] resized, int row, int y, int i, float[] target, int to) {
        float[] a = resized[row];
        float[] b = resized[row + 1];
        float[] c = resized[row + 2];
        float[] d = resized[row + 3];
        float wa = rows.weight(y, i);
        float wb = rows.weight(y, i + 1);
        float wc = rows.weight(y, i + 2);
        float wd = rows.weight(y, i + 3);
        for (int x = 0; x < a.length; x++) {
            target[to + x] = target[to + x] + a[x] * wa + b[x] * wb + c[x] * wc + d[x] * wd;
        }
    }

    private static void setScaled(float[] row, float weight, float[] target, int to) {
        for (int x = 0; x < row.length; x++) {
            target[to + x] = row[x] * weight;
        }
    }

    private static void addScaled(float[] row, float weight, float[] target, int to) {
        for (int x = 0; x < row.length; x++) {
            target[to + x] += row[x] * weight;
        }
    }
}
