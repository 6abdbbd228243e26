package sc.fiji.fastsam.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * Which parts of a plane stand for all of it. All of them, where the plane is small. Else small
 * units: where there is a small level, chosen along the order of their brightness there, the
 * darkest and brightest more densely, so that objects in one corner are not missed; where there is
 * none, spread evenly. The same pixels and levels give the same parts, however they are stored.
 */
final class SamplePlan {

    /** Planes of at most so many pixels are taken whole. */
    private static final long WHOLE_PIXELS = 1L << 26;

    /** About so many pixels are taken of larger ones. */
    private static final long SAMPLE_PIXELS = 1L << 25;

    /** A level of at most so many pixels is read whole to order the units. */
    private static final long SMALL_LEVEL_PIXELS = 1L << 24;

    private static final int MOST_ORDERED = 1 << 18;

    private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    /** NB: in reading order, so that no stored block is decoded twice. */
    private static final Comparator<Sample> BY_PLACE =
            Comparator.<Sample>comparingInt(sample -> sample.region().y())
                    .thenComparingInt(sample -> sample.region().x());

    /**
     * A part that is read.
     *
     * @param region in level 0
     * @param weight how many units it stands for
     */
    record Sample(Region region, int weight) {}

    private final PlaneSource source;
    private final PlaneIndex plane;
    private final TileGrid units;

    private SamplePlan(PlaneSource source, PlaneIndex plane) {
        this.source = source;
        this.plane = plane;
        this.units =
                isWhole(source.layout().size())
                        ? SampleUnits.stored(source.layout().size(), source.blockSize(0))
                        : SampleUnits.squares(source.layout().size());
    }

    /**
     * Chooses the parts of a plane.
     *
     * @throws IOException if a smaller level cannot be read
     */
    static List<Sample> of(PlaneSource source, PlaneIndex plane) throws IOException {
        return new SamplePlan(source, plane).choose();
    }

    /** True where all pixels are taken. */
    static boolean isWhole(Size size) {
        return size.area() <= WHOLE_PIXELS;
    }

    private List<Sample> choose() throws IOException {
        if (isWhole(source.layout().size())) {
            return IntStream.range(0, (int) units.count()).mapToObj(i -> sample(i, 1)).toList();
        }
        int wanted = (int) Math.max(1, SAMPLE_PIXELS / units.tile().area());
        OptionalInt level = smallLevel();
        return level.isPresent() && units.count() <= MOST_ORDERED
                ? alongBrightness(level.getAsInt(), wanted)
                : spread(wanted);
    }

    private Sample sample(long unit, int weight) {
        return new Sample(units.region(unit), weight);
    }

    private OptionalInt smallLevel() {
        List<Size> levels = source.layout().levels();
        return IntStream.range(1, levels.size())
                .filter(level -> levels.get(level).area() <= SMALL_LEVEL_PIXELS)
                .findFirst();
    }

    private List<Sample> alongBrightness(int level, int wanted) throws IOException {
        int count = (int) units.count();
        double[] means = new double[count];
        for (int i = 0; i < count; i++) {
            means[i] = mean(source.region(plane, level, inLevel(units.region(i), level)));
        }
        List<Integer> order =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> means[i]))
                        .toList();
        return Strata.of(count, wanted).stream()
                .map(stratum -> sample(order.get(stratum.index()), stratum.weight()))
                .sorted(BY_PLACE)
                .toList();
    }

    /** The pixels of a level that a region touches; at least one. */
    private Region inLevel(Region region, int level) {
        Size full = source.layout().size();
        Size small = source.layout().size(level);
        int x = scaled(region.x(), small.width(), full.width());
        int y = scaled(region.y(), small.height(), full.height());
        int xEnd = scaled(region.xEnd() - 1, small.width(), full.width()) + 1;
        int yEnd = scaled(region.yEnd() - 1, small.height(), full.height()) + 1;
        return new Region(x, y, xEnd - x, yEnd - y);
    }

    private static int scaled(int value, int to, int from) {
        return (int) ((long) value * to / from);
    }

    /** Mean of the finite values; 0 where there are none. */
    private static double mean(PixelBlock block) {
        double sum = 0;
        long count = 0;
        for (int y = 0; y < block.size().height(); y++) {
            for (int x = 0; x < block.size().width(); x++) {
                float value = block.value(x, y);
                if (Float.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * Units in a few rows of the grid, where each row's are shifted against those of the last. NB:
     * not evenly in all rows, for of compressed strips each row is decoded from side to side.
     */
    private List<Sample> spread(int wanted) {
        double squares = Math.sqrt((double) wanted * units.down() / units.across());
        int most = Math.min(wanted, units.down());
        int rows = (int) Math.max(1, Math.min(most, Math.round(squares)));
        int columns = Math.min(units.across(), (wanted + rows - 1) / rows);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long row = (long) ((i + 0.5) / rows * units.down());
            double shift = i * GOLDEN_RATIO % 1;
            for (int k = 0; k < columns; k++) {
                int column = (int) ((k + shift) / columns * units.across());
                samples.add(sample(row * units.across() + column, 1));
            }
        }
        return samples;
    }
}
