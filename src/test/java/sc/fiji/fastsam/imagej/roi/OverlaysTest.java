package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class OverlaysTest {

    private static final List<SegmentedObject> OBJECTS =
            List.of(
                    Drawn.object(0.9, Drawn.mask(2, 1, "###", "#.#", "###")),
                    Drawn.object(0.8, Drawn.mask(7, 3, "##")));

    @TempDir Path folder;

    @Test
    void regionsHaveTheColorsOfTheirPlacesAndTheUsersOwnStay() {
        Overlay overlay = new Overlay(new Roi(0, 0, 2, 2));
        Overlays.addTo(overlay, OBJECTS, RoiPlace.EVERYWHERE);
        assertEquals(3, overlay.size());
        assertEquals(ObjectColors.byPlace(OBJECTS).of(1), overlay.get(1).getStrokeColor());
        assertEquals(ObjectColors.byPlace(OBJECTS).of(2), overlay.get(2).getStrokeColor());
        assertEquals("obj0002-0.80", overlay.get(2).getName());
    }

    @Test
    void anOverlayInATiffComesBackToThePixel() {
        ImagePlus imp = IJ.createImage("x", "8-bit black", 12, 6, 1);
        imp.setOverlay(Overlays.create(OBJECTS, RoiPlace.EVERYWHERE));
        String path = folder.resolve("x.tif").toString();
        new FileSaver(imp).saveAsTiff(path);
        Overlay read = IJ.openImage(path).getOverlay();
        for (int i = 0; i < 2; i++) {
            assertEquals(OBJECTS.get(i).mask(), MaskRois.toMask(read.get(i)));
            assertEquals(ObjectColors.byPlace(OBJECTS).of(i + 1), read.get(i).getStrokeColor());
        }
    }
}
