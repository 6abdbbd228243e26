package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.measure.Calibration;
import sc.fiji.fastsam.imagej.Diameters;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.settings.Digits;

/** What an area of pixels is in the image's unit. */
final class AreaNote {

    private AreaNote() {}

    /** True for images whose pixels have a length. */
    static boolean isFor(ImagePlus image) {
        // NB: not scaled(), which takes a blank unit for one.
        return image != null && Diameters.calibrated(1, image).isPresent();
    }

    /** "= 8.97 µm²". */
    static String text(double pixels, ImagePlus image) {
        Calibration c = image.getCalibration();
        double area = pixels * c.pixelWidth * c.pixelHeight;
        return "= " + Digits.text(area, 3) + " " + Units.text(c) + "²";
    }
}
