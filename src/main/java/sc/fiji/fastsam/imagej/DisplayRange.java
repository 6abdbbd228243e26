package sc.fiji.fastsam.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Color table and display range of one channel. */
final class DisplayRange {

    private DisplayRange() {}

    /** The table that the channel is shown with; its min and max are the display range. */
    static LUT of(ImagePlus imp, int channel) {
        if (imp instanceof CompositeImage composite && imp.getNChannels() > 1) {
            LUT lut = (LUT) composite.getChannelLut(channel).clone();
            return imp.getDisplayMode() == IJ.GRAYSCALE ? gray(lut.min, lut.max) : lut;
        }
        ImageProcessor shown = imp.getProcessor();
        LUT lut = (LUT) shown.getLut().clone();
        lut.min = shown.getMin();
        lut.max = shown.getMax();
        return lut;
    }

    private static LUT gray(double min, double max) {
        LUT lut = LUT.createLutFromColor(java.awt.Color.WHITE);
        lut.min = min;
        lut.max = max;
        return lut;
    }
}
