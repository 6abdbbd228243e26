package sc.fiji.fastsam.label;

import java.util.Arrays;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;
import sc.fiji.fastsam.geometry.Region;

/**
 * Ids above 65 535.
 *
 * @param pixels row-major; not copied
 */
public record IntLabels(int[] pixels) implements LabelRaster {

    @Override
    public int length() {
        return pixels.length;
    }

    @Override
    public int get(int index) {
        return pixels[index];
    }

    @Override
    public void fill(int from, int to, int id) {
        Arrays.fill(pixels, from, to, id);
    }

    @Override
    public LabelRaster crop(int width, Region region) {
        int[] part = new int[Math.toIntExact(region.area())];
        for (int y = 0; y < region.height(); y++) {
            int from = (region.y() + y) * width + region.x();
            System.arraycopy(pixels, from, part, y * region.width(), region.width());
        }
        return new IntLabels(part);
    }

    @Override
    public int[] toInts() {
        return pixels;
    }

    @Override
    public short[] toShorts() {
        short[] ids = new short[pixels.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (short) pixels[i];
        }
        return ids;
    }

    @Override
    public Img<IntType> toImg(long width, long height) {
        return ArrayImgs.ints(pixels, width, height);
    }
}
