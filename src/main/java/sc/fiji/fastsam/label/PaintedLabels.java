package sc.fiji.fastsam.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;

/** Ids that are painted where they are asked for: memory goes with objects, not with pixels. */
final class PaintedLabels implements LabelPlane {

    /** Rows of a band; also the side of the parts that are painted to see all of a plane. */
    private static final int BAND = 1024;

    private final Size plane;
    private final List<Mask> bottomFirst;
    private final int[] ids;
    private final List<int[]> bands;

    /**
     * @param bottomFirst masks in the order of painting
     * @param ids of the masks; 0 = not painted
     */
    PaintedLabels(Size plane, List<Mask> bottomFirst, int[] ids) {
        this(plane, bottomFirst, ids, bands(plane, bottomFirst));
    }

    private PaintedLabels(Size plane, List<Mask> bottomFirst, int[] ids, List<int[]> bands) {
        this.plane = plane;
        this.bottomFirst = bottomFirst;
        this.ids = ids;
        this.bands = bands;
    }

    /** For each band of rows the masks that reach into it. */
    private static List<int[]> bands(Size plane, List<Mask> masks) {
        List<IntStream.Builder> builders = new ArrayList<>();
        for (int y = 0; y < plane.height(); y += BAND) {
            builders.add(IntStream.builder());
        }
        for (int i = 0; i < masks.size(); i++) {
            Region bounds = masks.get(i).bounds();
            for (int band = bounds.y() / BAND; band * BAND < bounds.yEnd(); band++) {
                builders.get(band).add(i);
            }
        }
        return builders.stream().map(builder -> builder.build().toArray()).toList();
    }

    @Override
    public int[] read(Region region) {
        int[] pixels = new int[Math.toIntExact(region.area())];
        reaching(region)
                .filter(i -> ids[i] != 0)
                .forEach(i -> paint(bottomFirst.get(i), ids[i], region, pixels));
        return pixels;
    }

    private IntStream reaching(Region region) {
        int first = region.y() / BAND;
        int last = (region.yEnd() - 1) / BAND;
        IntStream masks =
                first == last
                        ? Arrays.stream(bands.get(first))
                        : bands.subList(first, last + 1).stream()
                                .flatMapToInt(Arrays::stream)
                                .sorted()
                                .distinct();
        return masks.filter(i -> !bottomFirst.get(i).bounds().intersection(region).isEmpty());
    }

    private static void paint(Mask mask, int id, Region region, int[] pixels) {
        mask.forEachRun(
                (y, x0, x1) -> {
                    int from = Math.max(x0, region.x());
                    int to = Math.min(x1, region.xEnd());
                    if (y >= region.y() && y < region.yEnd() && from < to) {
                        int row = (y - region.y()) * region.width() - region.x();
                        Arrays.fill(pixels, row + from, row + to, id);
                    }
                });
    }

    /** Ids that a pixel of the plane has; part by part. */
    BitSet visible() {
        BitSet seen = new BitSet();
        IntStream.range(0, bands.size())
                .parallel()
                .mapToObj(this::visibleInBand)
                .toList()
                .forEach(seen::or);
        seen.clear(0);
        return seen;
    }

    private BitSet visibleInBand(int band) {
        BitSet seen = new BitSet();
        for (int x = 0; x < plane.width(); x += BAND) {
            Region part = new Region(x, band * BAND, BAND, BAND).intersection(Region.of(plane));
            if (reaching(part).findAny().isPresent()) {
                addTo(seen, read(part));
            }
        }
        return seen;
    }

    private static void addTo(BitSet seen, int[] pixels) {
        int last = 0;
        for (int id : pixels) {
            if (id != last) {
                seen.set(id);
                last = id;
            }
        }
    }

    @Override
    public LabelRaster raster() {
        int most = Arrays.stream(ids).max().orElse(0);
        LabelRaster raster = LabelRaster.create(Math.toIntExact(plane.area()), most);
        for (int i = 0; i < ids.length; i++) {
            int id = ids[i];
            if (id != 0) {
                int width = plane.width();
                bottomFirst
                        .get(i)
                        .forEachRun((y, x0, x1) -> raster.fill(y * width + x0, y * width + x1, id));
            }
        }
        return raster;
    }

    @Override
    public LabelPlane renumber(int[] newIds, int maxId) {
        int[] others = Arrays.stream(ids).map(id -> newIds[id]).toArray();
        return new PaintedLabels(plane, bottomFirst, others, bands);
    }
}
