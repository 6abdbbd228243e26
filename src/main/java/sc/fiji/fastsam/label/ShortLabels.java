package sc.fiji.fastsam.label;

import java.util.Arrays;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import sc.fiji.fastsam.geometry.Region;

/**
 * Ids up to 65 535.
 *
 * @param pixels unsigned, row-major; not copied
 */
public record ShortLabels(short[] pixels) implements LabelRaster {

    @Override
    public int length() {
        return pixels.length;
    }

    @Override
    public int get(int index) {
        return pixels[index] & 0xffff;
    }

    @Override
    public void fill(int from, int to, int id) {
        Arrays.fill(pixels, from, to, (short) id);
    }

    @Override
    public LabelRaster crop(int width, Region region) {
        short[] part = new short[Math.toIntExact(region.area())];
        for (int y = 0; y < region.height(); y++) {
            int from = (region.y() + y) * width + region.x();
            System.arraycopy(pixels, from, part, y * region.width(), region.width());
        }
        return new ShortLabels(part);
    }

    @Override
    public short[] toShorts() {
        return pixels;
    }

    @Override
    public int[] toInts() {
        int[] ids = new int[pixels.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = pixels[i] & 0xffff;
        }
        return ids;
    }

    @Override
    public Img<UnsignedShortType> toImg(long width, long height) {
        return ArrayImgs.unsignedShorts(pixels, width, height);
    }
}
