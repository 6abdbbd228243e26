package sc.fiji.fastsam.label;

import java.util.Arrays;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;

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
    public Img<UnsignedShortType> toImg(long width, long height) {
        return ArrayImgs.unsignedShorts(pixels, width, height);
    }
}
