package sc.fiji.fastsam.opencv;

import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;

/**
 * A mask as OpenCV reads it, with a margin. Beyond the image's border the outermost pixels are
 * repeated, so that an object that is cut there is not taken to end there; elsewhere the margin is
 * empty.
 *
 * @param bounds of the mask
 * @param padded 8-bit, 255 = set; native
 * @param inside the part of it inside the bounds; shares its pixels
 */
record PaddedRaster(Region bounds, Mat padded, Mat inside) {

    private static final byte SET = (byte) 255;

    /** Elements of the longest array that every Java makes. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** True where an array holds a mask's bounds with a margin. */
    static boolean fits(Mask mask, int margin) {
        long width = mask.bounds().width() + 2L * margin;
        long height = mask.bounds().height() + 2L * margin;
        return height <= LONGEST_ARRAY / width;
    }

    /**
     * Copies a mask that {@linkplain #fits fits}, with a margin on each side. Native memory: to be
     * released.
     */
    static PaddedRaster of(Mask mask, Size plane, int margin) {
        Region bounds = mask.bounds();
        int width = bounds.width() + 2 * margin;
        int height = bounds.height() + 2 * margin;
        byte[] pixels = new byte[width * height];
        mask.forEachRun(
                (y, x0, x1) -> {
                    int from = x0 == 0 ? 0 : x0 - bounds.x() + margin;
                    int to = x1 == plane.width() ? width : x1 - bounds.x() + margin;
                    int row = (y - bounds.y() + margin) * width;
                    Arrays.fill(pixels, row + from, row + to, SET);
                });
        repeatRow(pixels, width, bounds.y() == 0 ? margin : 0, margin, -1);
        boolean atBottom = bounds.yEnd() == plane.height();
        repeatRow(pixels, width, atBottom ? margin : 0, height - margin - 1, 1);
        Mat padded = new Mat(height, width, CvType.CV_8U);
        padded.put(0, 0, pixels);
        Rect inside = new Rect(margin, margin, bounds.width(), bounds.height());
        return new PaddedRaster(bounds, padded, padded.submat(inside));
    }

    private static void repeatRow(byte[] pixels, int width, int times, int row, int step) {
        for (int i = 1; i <= times; i++) {
            System.arraycopy(pixels, row * width, pixels, (row + step * i) * width, width);
        }
    }

    /** The set pixels inside the bounds. */
    Mask toMask() {
        byte[] row = new byte[bounds.width()];
        MaskBuilder builder = new MaskBuilder(bounds);
        for (int y = 0; y < bounds.height(); y++) {
            inside.get(y, 0, row);
            for (int x = 0; x < bounds.width(); x++) {
                if (row[x] != 0) {
                    builder.add(bounds.x() + x, bounds.y() + y);
                }
            }
        }
        return builder.toMask();
    }

    /** Gives the native memory back. */
    void release() {
        inside.release();
        padded.release();
    }
}
