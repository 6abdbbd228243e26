package sc.fiji.fastsam.command;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Overlay;

/**
 * Copies of images. NB: ImageJ's Duplicator copies the selection's bounds only, and to take the
 * selection off would change the user's image.
 */
final class WholeCopy {

    private WholeCopy() {}

    /** All planes with dimensions, color tables, display ranges, calibration and overlay. */
    public static ImagePlus of(ImagePlus source, String title) {
        ImagePlus copy = source.createImagePlus();
        copy.setStack(title, source.getStack().duplicate());
        copy.setDimensions(source.getNChannels(), source.getNSlices(), source.getNFrames());
        if (source.isComposite()) {
            CompositeImage composite = new CompositeImage(copy, source.getDisplayMode());
            composite.copyLuts(source);
            copy = composite;
        } else if (source.getBitDepth() != 24) {
            copy.setLut(source.getProcessor().getLut());
            copy.setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
        }
        copy.setOpenAsHyperStack(source.isHyperStack());
        copy.setPosition(source.getC(), source.getZ(), source.getT());
        Overlay overlay = source.getOverlay();
        copy.setOverlay(overlay == null ? null : overlay.duplicate());
        return copy;
    }
}
