package sc.fiji.fastsam.label;

import java.util.Arrays;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.IntType;

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
    public Img<IntType> toImg(long width, long height) {
        return ArrayImgs.ints(pixels, width, height);
    }
}
