package sc.fiji.fastsam.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.image.ColorModel;

/** Renders a plane to RGB as ImageJ displays it, without moving the image to that plane. */
final class DisplayedPlanes {

    private DisplayedPlanes() {}

    /** The plane in color, with the display mode, ranges and tables of the image. */
    static ColorProcessor render(ImagePlus imp, PlanePosition position) {
        boolean composite = imp.getDisplayMode() == IJ.COMPOSITE && imp.getNChannels() > 1;
        return composite
                ? renderComposite((CompositeImage) imp, position)
                : renderSingle(imp, position);
    }

    private static ColorProcessor renderComposite(CompositeImage imp, PlanePosition position) {
        ImageStack channels = new ImageStack(imp.getWidth(), imp.getHeight());
        for (int c = 1; c <= imp.getNChannels(); c++) {
            channels.addSlice(PlanePixels.read(imp, position.withChannel(c)));
        }
        ImagePlus plane = new ImagePlus("", channels);
        plane.setDimensions(imp.getNChannels(), 1, 1);
        CompositeImage copy = new CompositeImage(plane, IJ.COMPOSITE);
        copy.copyLuts(imp);
        copy.setProp("CompositeProjection", imp.getProp("CompositeProjection"));
        return new ColorProcessor(copy.getImage());
    }

    private static ColorProcessor renderSingle(ImagePlus imp, PlanePosition position) {
        ImageProcessor ip = PlanePixels.read(imp, position);
        if (ip instanceof ColorProcessor rgb) {
            return rgb;
        }
        ImageProcessor copy = ip.duplicate();
        if (ip.getBitDepth() == 8 && !imp.isComposite()) {
            copy.setColorModel(imp.getProcessor().getColorModel());
        } else {
            LUT lut = DisplayRange.of(imp, position.channel());
            copy.setLut(lut);
            copy.setMinAndMax(lut.min, lut.max);
        }
        return new ColorProcessor(copy.createImage());
    }

    /** Colors of 8-bit pixels, each through a table. */
    static ColorProcessor renderIndexed(ImageProcessor ip, ColorModel colors) {
        ColorProcessor rgb = new ColorProcessor(ip.getWidth(), ip.getHeight());
        for (int i = 0; i < ip.getPixelCount(); i++) {
            rgb.set(i, colors.getRGB(ip.get(i)));
        }
        return rgb;
    }
}
