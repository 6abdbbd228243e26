package sc.fiji.fastsam.text;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Mask;

/**
 * Cuts objects out of a plane for the image encoder: a square about the mask's bounds with a margin
 * of a fifth of their longer side, at least 8 px, so that elongated objects are not cut by CLIP's
 * center crop. What lies beyond the plane, and outside of the mask where asked for, has the mean of
 * the crop's pixels in the plane, channel by channel.
 *
 * <p>Squares of more than 2048 px are read in steps of 2, 3, … px: the encoder sees 224 of them.
 */
final class ObjectCrops {

    private static final int LEAST_MARGIN = 8;
    private static final int MAX_SIDE = 2048;

    private final RgbImage planes;

    /**
     * @param planes that hold the objects, values 0..1
     */
    ObjectCrops(RgbImage planes) {
        this.planes = planes;
    }

    /** The square about an object, in source pixels; may reach beyond the plane. */
    static Region square(Region bounds) {
        int longer = Math.max(bounds.width(), bounds.height());
        int side = longer + 2 * Math.max(LEAST_MARGIN, (longer + 2) / 5);
        int x = bounds.x() - (side - bounds.width()) / 2;
        int y = bounds.y() - (side - bounds.height()) / 2;
        return new Region(x, y, side, side);
    }

    /** The crop as it is. */
    Picture plain(Mask mask) {
        Region square = square(mask.bounds());
        return crop(square, Mask.ofRegion(square.intersection(Region.of(planes.size()))));
    }

    /** The crop with the mean outside of the mask. */
    Picture masked(Mask mask) {
        return crop(square(mask.bounds()), mask);
    }

    private Picture crop(Region square, Mask kept) {
        int step = (square.width() + MAX_SIDE - 1) / MAX_SIDE;
        int side = (square.width() + step - 1) / step;
        byte[] red = channel(planes.red(), square, kept, step);
        byte[][] channels =
                planes.isGray()
                        ? new byte[][] {red, red, red}
                        : new byte[][] {
                            red,
                            channel(planes.green(), square, kept, step),
                            channel(planes.blue(), square, kept, step)
                        };
        return new Picture(new Size(side, side), channels);
    }

    private byte[] channel(float[] values, Region square, Mask kept, int step) {
        int side = (square.width() + step - 1) / step;
        byte[] crop = new byte[side * side];
        Region part = square.intersection(Region.of(planes.size()));
        Arrays.fill(crop, Picture.toByte(mean(values, part, step)));
        for (int j = 0; j < side; j++) {
            int y = square.y() + j * step;
            for (int i = 0; i < side; i++) {
                int x = square.x() + i * step;
                if (kept.contains(x, y)) {
                    crop[j * side + i] = Picture.toByte(values[y * planes.size().width() + x]);
                }
            }
        }
        return crop;
    }

    private float mean(float[] values, Region part, int step) {
        double sum = 0;
        int count = 0;
        for (int y = part.y(); y < part.yEnd(); y += step) {
            int row = y * planes.size().width();
            for (int x = part.x(); x < part.xEnd(); x += step) {
                sum += values[row + x];
                count++;
            }
        }
        return count == 0 ? 0 : (float) (sum / count);
    }
}
