package sc.fiji.fastsam.label;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;
import sc.fiji.fastsam.geometry.Region;

/** Row-major label ids of a plane, 0 = background, in the smallest type that holds the ids. */
public sealed interface LabelRaster permits ShortLabels, IntLabels {

    /** Greatest id of a 16-bit raster. */
    int MAX_SHORT = 65535;

    /** An empty raster for ids up to a greatest one. */
    static LabelRaster create(int length, int maxId) {
        return maxId <= MAX_SHORT
                ? new ShortLabels(new short[length])
                : new IntLabels(new int[length]);
    }

    /** Number of pixels. */
    int length();

    /** Id at an index. */
    int get(int index);

    /** Sets the id of the pixels {@code from <= index < to}. */
    void fill(int from, int to, int id);

    /** Number of pixels that have an id. */
    default long labeled() {
        long count = 0;
        for (int i = 0; i < length(); i++) {
            if (get(i) != 0) {
                count++;
            }
        }
        return count;
    }

    /** True when any of the pixels {@code from <= index < to} has the id. */
    default boolean holds(int from, int to, int id) {
        for (int i = from; i < to; i++) {
            if (get(i) == id) {
                return true;
            }
        }
        return false;
    }

    /**
     * A new raster of a part, of the same type.
     *
     * @param width of the plane
     * @param region inside of it
     */
    LabelRaster crop(int width, Region region);

    /** The ids as 16-bit numbers, which must hold them; no copy where they are such. */
    short[] toShorts();

    /** The ids; no copy where they are stored so. */
    int[] toInts();

    /**
     * A raster with new ids.
     *
     * @param newIds id to take the place of each old one; {@code newIds[0]} is 0
     * @param maxId greatest new id
     */
    default LabelRaster renumber(int[] newIds, int maxId) {
        LabelRaster result = create(length(), maxId);
        for (int i = 0; i < length(); i++) {
            int id = newIds[get(i)];
            if (id != 0) {
                result.fill(i, i + 1, id);
            }
        }
        return result;
    }

    /** The ids as an ImgLib2 image over the same array. */
    Img<? extends IntegerType<?>> toImg(long width, long height);
}
