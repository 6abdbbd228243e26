package sc.fiji.fastsam.opencv;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Connected parts of a raster (8-bit, 255 = set) and of its background. */
final class Parts {

    private static final int PART_CONNECTIVITY = 8;
    private static final int HOLE_CONNECTIVITY = 4;

    private static final byte SET = (byte) 255;
    private static final byte CLEAR = 0;

    private Parts() {}

    /** Clears the parts with fewer pixels than a limit; the largest always stays. */
    static void dropSmall(Mat raster, double minArea) {
        Labels labels = Labels.of(raster, PART_CONNECTIVITY);
        try {
            int largest = labels.largest();
            labels.paint(raster, i -> i != largest && labels.area(i) < minArea, CLEAR);
        } finally {
            labels.release();
        }
    }

    /** Sets the parts of the background that do not reach the raster's edge and are small. */
    static void fillSmall(Mat raster, double maxArea) {
        Labels labels = ofBackground(raster);
        try {
            labels.paint(raster, i -> labels.area(i) < maxArea && !labels.touchesEdge(i), SET);
        } finally {
            labels.release();
        }
    }

    private static Labels ofBackground(Mat raster) {
        Mat background = new Mat();
        try {
            Core.bitwise_not(raster, background);
            return Labels.of(background, HOLE_CONNECTIVITY);
        } finally {
            background.release();
        }
    }

    /**
     * Connected components of a raster; number 0 is what is not set.
     *
     * @param image number of each pixel
     * @param stats five integers a component: left, top, width, height, area
     */
    private record Labels(Mat image, int[] stats) {

        static Labels of(Mat raster, int connectivity) {
            Mat image = new Mat();
            Mat stats = new Mat();
            Mat centroids = new Mat();
            Imgproc.connectedComponentsWithStats(
                    raster, image, stats, centroids, connectivity, CvType.CV_32S);
            int[] values = new int[(int) stats.total()];
            stats.get(0, 0, values);
            stats.release();
            centroids.release();
            return new Labels(image, values);
        }

        int count() {
            return stats.length / 5;
        }

        int area(int component) {
            return stats[5 * component + Imgproc.CC_STAT_AREA];
        }

        int largest() {
            int largest = 1;
            for (int i = 2; i < count(); i++) {
                largest = area(i) > area(largest) ? i : largest;
            }
            return largest;
        }

        boolean touchesEdge(int component) {
            int left = stats[5 * component + Imgproc.CC_STAT_LEFT];
            int top = stats[5 * component + Imgproc.CC_STAT_TOP];
            return left == 0
                    || top == 0
                    || left + stats[5 * component + Imgproc.CC_STAT_WIDTH] == image.cols()
                    || top + stats[5 * component + Imgproc.CC_STAT_HEIGHT] == image.rows();
        }

        /** Gives all pixels of the chosen components a value. */
        void paint(Mat raster, IntPredicate chosen, byte value) {
            BitSet numbers = new BitSet(count());
            IntStream.range(1, count()).filter(chosen).forEach(numbers::set);
            if (numbers.isEmpty()) {
                return;
            }
            int[] row = new int[image.cols()];
            byte[] pixels = new byte[image.cols()];
            for (int y = 0; y < image.rows(); y++) {
                image.get(y, 0, row);
                raster.get(y, 0, pixels);
                for (int x = 0; x < row.length; x++) {
                    pixels[x] = numbers.get(row[x]) ? value : pixels[x];
                }
                raster.put(y, 0, pixels);
            }
        }

        void release() {
            image.release();
        }
    }
}
