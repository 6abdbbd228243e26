package sc.fiji.fastsam.text;

import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.PlaneBand;
import sc.fiji.fastsam.image.RgbPlane;
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

    private final RgbPlane planes;

    /**
     * @param planes that hold the objects, values 0..1
     */
    ObjectCrops(RgbPlane planes) {
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
        Region part = square.intersection(Region.of(planes.size()));
        PlaneBand pixels = new PlaneBand(planes.crop(part), part);
        Cut cut = new Cut(square, kept, step, pixels);
        byte[] red = cut.channel(pixels.pixels().red());
        byte[][] channels =
                planes.isGray()
                        ? new byte[][] {red, red, red}
                        : new byte[][] {
                            red,
                            cut.channel(pixels.pixels().green()),
                            cut.channel(pixels.pixels().blue())
                        };
        return new Picture(new Size(cut.side(), cut.side()), channels);
    }

    /**
     * A square that is cut out.
     *
     * @param pixels those of it that lie in the plane
     */
    private record Cut(Region square, Mask kept, int step, PlaneBand pixels) {

        int side() {
            return (square.width() + step - 1) / step;
        }

        byte[] channel(float[] values) {
            byte[] crop = new byte[side() * side()];
            Arrays.fill(crop, Picture.toByte(mean(values)));
            for (int j = 0; j < side(); j++) {
                int y = square.y() + j * step;
                for (int i = 0; i < side(); i++) {
                    int x = square.x() + i * step;
                    if (kept.contains(x, y)) {
                        crop[j * side() + i] = Picture.toByte(values[pixels.index(x, y)]);
                    }
                }
            }
            return crop;
        }

        private float mean(float[] values) {
            double sum = 0;
            int count = 0;
            Region part = pixels.region();
            for (int y = part.y(); y < part.yEnd(); y += step) {
                for (int x = part.x(); x < part.xEnd(); x += step) {
                    sum += values[pixels.index(x, y)];
                    count++;
                }
            }
            return count == 0 ? 0 : (float) (sum / count);
        }
    }
}
