package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;

class WholeCopyTest {

    @Test
    void aCompositeIsCopiedWholeDespiteASelection() {
        ImagePlus source = IJ.createHyperStack("source", 7, 5, 2, 3, 1, 16);
        CompositeImage composite = new CompositeImage(source, IJ.COMPOSITE);
        composite.setRoi(new Roi(1, 1, 2, 2));
        composite.setOverlay(new Overlay(new Roi(0, 0, 3, 2)));
        ImagePlus copy = WholeCopy.of(composite, "copy");
        assertArrayEquals(new int[] {7, 5, 2, 3, 1}, copy.getDimensions());
        assertTrue(copy.isComposite());
        assertEquals(1, copy.getOverlay().size());
        assertNotSame(composite.getOverlay(), copy.getOverlay());
        assertEquals(2, composite.getRoi().getBounds().width);
    }

    @Test
    void pixelsDisplayRangeAndCalibrationAreTaken() {
        ImagePlus source = IJ.createImage("source", "16-bit ramp", 6, 4, 1);
        source.setDisplayRange(10, 300);
        source.getCalibration().pixelWidth = 0.5;
        ImagePlus copy = WholeCopy.of(source, "copy");
        assertEquals(300, copy.getDisplayRangeMax());
        assertEquals(0.5, copy.getCalibration().pixelWidth);
        assertArrayEquals(
                (short[]) source.getProcessor().getPixels(),
                (short[]) copy.getProcessor().getPixels());
        assertNotSame(source.getProcessor().getPixels(), copy.getProcessor().getPixels());
    }
}
