package sc.fiji.fastsam.image;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

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
    private final RowResizer columns;
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
        this.columns = new RowResizer(AxisWeights.of(source.width(), content.width(), antialias));
        this.rows = AxisWeights.of(source.height(), content.height(), antialias);
    }

    /**
     * Where a channel of the result goes.
     *
     * @param values row-major raster to write into
     * @param offset index of the result's first pixel
     */
    record Target(float[] values, int offset) {}

    /**
     * @param plane with the source, read band by band, large ones in parts at the same time
     * @param targets one where the plane is gray, else those of red, green and blue
     * @param stride length of a row of the targets
     */
    void resize(RgbPlane plane, List<Target> targets, int stride) {
        AtOnce.parts(
                parts,
                part -> {
                    int from = part * content.height() / parts;
                    int to = (part + 1) * content.height() / parts;
                    if (from < to) {
                        resize(plane, targets, stride, new Rows(from, to));
                    }
                });
    }

    /** Rows of the result. */
    private record Rows(int from, int to) {}

    private void resize(RgbPlane plane, List<Target> targets, int stride, Rows out) {
        int start = rows.first(out.from());
        PlaneBands bands = plane.bands(below(start));
        List<Channel> channels = new ArrayList<>();
        for (Target target : targets) {
            channels.add(new Channel(target));
        }
        for (int y = out.from(); y < out.to(); y++) {
            int first = rows.first(y);
            for (int row = first; row < first + rows.taps(); row++) {
                if (channels.get(0).resized[row] == null) {
                    PlaneBand band = bands.holding(source.y() + row);
                    int from = band.index(source.x(), source.y() + row);
                    for (int c = 0; c < channels.size(); c++) {
                        channels.get(c).resize(band.channels().get(c), from, row, first);
                    }
                }
            }
            for (Channel channel : channels) {
                Target target = channel.target;
                addRows(channel.resized, y, target.values(), target.offset() + y * stride);
            }
        }
    }

    /** Rows of a channel that are resized in their length. Not thread-safe. */
    private final class Channel {

        private final Target target;
        private final float[][] resized = new float[source.height()][];
        private final float[] memory = new float[source.width()];

        Channel(Target target) {
            this.target = target;
        }

        /**
         * @param from index of the row's first value
         * @param row of the source
         * @param first row that is still needed
         */
        void resize(ChannelValues values, int from, int row, int first) {
            resized[row] = spare(first);
            values.resize(columns, from, memory, resized[row]);
        }

        /** The memory of a row that is not needed any more, else new one. */
        private float[] spare(int first) {
            for (int row = first - 1; row >= 0 && resized[row] != null; row--) {
                if (row == 0 || resized[row - 1] == null) {
                    float[] unused = resized[row];
                    resized[row] = null;
                    return unused;
                }
            }
            return new float[content.width()];
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
