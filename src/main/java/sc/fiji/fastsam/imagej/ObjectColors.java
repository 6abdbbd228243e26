package sc.fiji.fastsam.imagej;

import ij.process.LUT;
import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.label.LabelRaster;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * The color of each object by its label: the same in label image, overlay and regions. All are of
 * {@link #COUNT} colors that show on dark and on light ground.
 *
 * <p>Colors go by place ({@link #byPlace}) wherever a label image can show them so: then an object
 * keeps its color while settings change its number. A color table has 255 places, and planes whose
 * objects are not linked share one, so else they go by label ({@link #byLabel}).
 */
public final class ObjectColors {

    /** Number of colors. */
    static final int COUNT = 64;

    private static final int TABLE = 255;
    private static final Color[] COLORS = colors();

    private final Map<Integer, Integer> places;
    private final int most;

    private ObjectColors(Map<Integer, Integer> places, int most) {
        this.places = places;
        this.most = most;
    }

    /**
     * Colors by label alone; above 255 labels those of similar number share one.
     *
     * @param most greatest label
     */
    public static ObjectColors byLabel(int most) {
        return new ObjectColors(Map.of(), most);
    }

    /**
     * Colors by where objects lie. Objects near to each other never have the same one, as long as
     * there are others; far ones may. What comes later in the list never changes the color of what
     * comes before.
     *
     * @param objects best first
     * @param labels of the objects, in their order; of a label that comes twice the first counts
     */
    public static ObjectColors byPlace(List<SegmentedObject> objects, List<Integer> labels) {
        PlaceColors chosen = new PlaceColors();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            if (!places.containsKey(labels.get(i))) {
                places.put(labels.get(i), chosen.next(objects.get(i).mask()));
            }
        }
        return new ObjectColors(places, 0);
    }

    /** As {@link #byPlace}, where objects have the labels 1, 2 ... in their order. */
    public static ObjectColors byPlace(List<SegmentedObject> objects) {
        return byPlace(objects, IntStream.rangeClosed(1, objects.size()).boxed().toList());
    }

    /** True where a label image can show colors by place. */
    public static boolean canBeByPlace(int most) {
        return most <= TABLE;
    }

    /** The color of a label, which must be 1 or more. */
    public Color of(int label) {
        return places.isEmpty() ? inTable(shown(label)) : COLORS[places.getOrDefault(label, 0)];
    }

    /** The color table of a label image, black for 0. */
    public ColorTable table() {
        int[] colors = new int[TABLE + 1];
        for (int i = 1; i <= TABLE; i++) {
            colors[i] = (places.isEmpty() ? inTable(i) : of(i)).getRGB();
        }
        return ColorTable.of(colors);
    }

    /** The same for ImageJ. */
    LUT lut() {
        ColorTable table = table();
        return new LUT(table.reds(), table.greens(), table.blues());
    }

    /** The upper end of a label image's display range. */
    int highest() {
        return Math.max(TABLE, most);
    }

    /**
     * The greatest lower end of the display range at which label 1 has another color than the
     * background: 0 where there are up to 511 labels, below 0 where more of them share a color.
     */
    int lowest() {
        int below = 0;
        while ((1 + below) * perLabel(below) < 0.5) {
            below++;
        }
        return -below;
    }

    /** ImageJ's factor from values to places in the table, which it rounds. */
    private double perLabel(int below) {
        return most <= LabelRaster.MAX_SHORT
                ? 256.0 / (highest() + below + 1)
                : 255.0 / (highest() + below);
    }

    /** The place in the table that ImageJ shows for a label. */
    private int shown(int label) {
        int below = -lowest();
        return Math.min(TABLE, (int) ((label + below) * perLabel(below) + 0.5));
    }

    private static Color inTable(int place) {
        return COLORS[(place - 1) % COUNT];
    }

    private static Color[] colors() {
        return IntStream.rangeClosed(1, TABLE)
                .mapToObj(LabelColors::of)
                .filter(color -> LabColor.showsOnAnyGround(color.getRGB() & 0xffffff))
                .limit(COUNT)
                .toArray(Color[]::new);
    }

    /** Chooses a color an object: by place, not one of those before it that are near. */
    private static final class PlaceColors {

        /** Objects whose centers share a square of this side begin with the same color. */
        private static final int SQUARE = 16;

        /** Objects not farther apart than this are near, in pixels. */
        private static final int NEAR = 8;

        private static final long SPREAD = 0x9e3779b97f4a7c15L;

        private final Map<Long, Long> used = new HashMap<>();

        int next(Mask mask) {
            Region r = mask.bounds();
            long free = ~taken(r);
            int first = first(mask);
            int color =
                    free == 0
                            ? first
                            : first + Long.numberOfTrailingZeros(Long.rotateRight(free, first));
            take(r, 1L << color % COUNT);
            return color % COUNT;
        }

        /** NB: mixed, as neighbors in the table would make a pattern. */
        private static int first(Mask mask) {
            long x = (long) Math.floor(mask.xCentroid() / SQUARE);
            long y = (long) Math.floor(mask.yCentroid() / SQUARE);
            return (int) ((x * SPREAD ^ Long.rotateLeft(y * SPREAD, 32)) * SPREAD >>> 58);
        }

        private long taken(Region r) {
            long colors = 0;
            for (long square : squares(r, NEAR)) {
                colors |= used.getOrDefault(square, 0L);
            }
            return colors;
        }

        private void take(Region r, long color) {
            for (long square : squares(r, 0)) {
                used.merge(square, color, (a, b) -> a | b);
            }
        }

        /** Those that a region reaches, when grown on all sides. */
        private static long[] squares(Region r, int grown) {
            int x0 = Math.floorDiv(r.x() - grown, SQUARE);
            int y0 = Math.floorDiv(r.y() - grown, SQUARE);
            int columns = Math.floorDiv(r.x() + r.width() + grown, SQUARE) - x0 + 1;
            int rows = Math.floorDiv(r.y() + r.height() + grown, SQUARE) - y0 + 1;
            return IntStream.range(0, columns * rows)
                    .mapToLong(
                            i -> (long) (y0 + i / columns) << 32 | (x0 + i % columns & 0xffffffffL))
                    .toArray();
        }
    }
}
