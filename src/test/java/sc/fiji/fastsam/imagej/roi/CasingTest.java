package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.testing.Drawn;

class CasingTest {

    private static final int BLACK = 0xff000000;
    private static final int LIGHT = 0xff828282;

    @Test
    void anOutlineLiesOnALightLine() {
        BufferedImage drawn = drawn(MaskRois.toRoi(Mask.ofRegion(new Region(10, 10, 20, 12))));
        assertEquals(Color.RED.getRGB(), drawn.getRGB(20, 10));
        assertEquals(LIGHT, drawn.getRGB(20, 9));
        assertEquals(LIGHT, drawn.getRGB(20, 11));
        assertEquals(BLACK, drawn.getRGB(20, 8));
        assertEquals(BLACK, drawn.getRGB(20, 15));
    }

    /** What Image > Overlay > Flatten, and saving as PNG, make of it. */
    @Test
    void aFlattenedImageHasIt() {
        ImagePlus image = new ImagePlus("", new ByteProcessor(40, 40));
        Roi outline = MaskRois.toRoi(Mask.ofRegion(new Region(10, 10, 20, 12)));
        outline.setStrokeColor(Color.RED);
        image.setOverlay(new Overlay(outline));

        int[] pixels = (int[]) image.flatten().getProcessor().getPixels();

        assertEquals(Color.RED.getRGB(), pixels[10 * 40 + 20] | BLACK);
    }

    @Test
    void soDoesOneWithAHole() {
        Mask ring = Drawn.mask(10, 10, "############", "#..........#", "############");
        Roi small = MaskRois.toRoi(ring);
        assertEquals(Roi.COMPOSITE, small.getType());
        assertEquals(BLACK, drawn(small).getRGB(16, 9), "too low for it");
        Mask tall =
                Drawn.mask(
                        10,
                        10,
                        "############",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "#..........#",
                        "############");
        assertEquals(LIGHT, drawn(MaskRois.toRoi(tall)).getRGB(16, 9));
    }

    @Test
    void smallOnesHaveNoRoomForIt() {
        BufferedImage drawn = drawn(MaskRois.toRoi(Mask.ofRegion(new Region(10, 10, 9, 9))));
        assertEquals(Color.RED.getRGB(), drawn.getRGB(14, 10));
        assertEquals(BLACK, drawn.getRGB(14, 9));
    }

    @Test
    void aCopyHasItTooAndAFileHoldsAnOrdinaryRegion() {
        Roi roi = MaskRois.toRoi(Mask.ofRegion(new Region(10, 10, 20, 12)));
        assertEquals(LIGHT, drawn((Roi) roi.clone()).getRGB(20, 9));
        Roi read = RoiDecoder.openFromByteArray(RoiEncoder.saveAsByteArray(roi));
        assertEquals(PolygonRoi.class, read.getClass());
        assertEquals(roi, read);
        assertNotEquals(LIGHT, drawn(read).getRGB(20, 9));
    }

    private static BufferedImage drawn(Roi roi) {
        roi.setImage(new ImagePlus("", new ByteProcessor(40, 40)));
        roi.setStrokeColor(Color.RED);
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        roi.drawOverlay(g);
        g.dispose();
        return image;
    }
}
