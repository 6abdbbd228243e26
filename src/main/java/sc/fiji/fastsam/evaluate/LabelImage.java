package sc.fiji.fastsam.evaluate;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import sc.fiji.fastsam.geometry.Size;

/**
 * One plane of labels: 0 = background, all pixels of one id are one object. Ids may have gaps.
 *
 * @param size of the plane
 * @param ids row-major; not copied
 */
public record LabelImage(Size size, int[] ids) {

    /** Greatest id that a 32-bit float tells from the next: 2^24 + 1 is read as 2^24. */
    private static final int MAX_FLOAT_ID = (1 << 24) - 1;

    /**
     * Labels of an 8-, 16- or 32-bit plane; the ids of a palette image are its indices. Of an image
     * with calibrated values, as ImageJ opens signed 16-bit files, the calibrated ones count.
     *
     * @param plane of the image, counted from 1
     * @throws IllegalArgumentException if the image is RGB, or a value is no whole number from 0 on
     */
    public static LabelImage of(ImagePlus image, int plane) {
        ImageProcessor ip = image.getStack().getProcessor(plane);
        if (ip instanceof ColorProcessor) {
            throw new IllegalArgumentException(
                    "is a color (RGB) image, but labels must be 8-, 16- or 32-bit numbers. Save the"
                            + " label image itself, not a colored picture of it.");
        }
        Calibration calibration = image.getCalibration();
        boolean raw = ip instanceof FloatProcessor || !calibration.calibrated();
        int[] ids = new int[ip.getPixelCount()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(raw ? ip.getf(i) : calibration.getCValue(ip.get(i)));
        }
        return new LabelImage(new Size(ip.getWidth(), ip.getHeight()), ids);
    }

    private static int id(double value) {
        if (!(value >= 0 && value <= MAX_FLOAT_ID && value == Math.rint(value))) {
            throw new IllegalArgumentException(
                    "holds the value "
                            + value
                            + ", but labels must be whole numbers from 0 to "
                            + MAX_FLOAT_ID
                            + ". Number the objects anew.");
        }
        return (int) value;
    }
}
