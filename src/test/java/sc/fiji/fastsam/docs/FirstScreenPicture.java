package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.FastSam;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.imagej.LabelColors;

/** Makes the README's picture: image, every object, the objects at two points. Not a test. */
class FirstScreenPicture {

    private static final File TARGET = new File("docs/images/first-screen.png");
    private static final int SIDE = 340;
    private static final int GAP = 8;
    private static final int[][] POINTS = {{241, 421}, {395, 213}};

    @Test
    void writesThePicture() throws IOException {
        ImagePlus image = IJ.openImage("src/test/resources/images/nuclei.tif");
        image.getProcessor().setMinAndMax(0, 120);
        ImageObjects all = FastSam.segment(image);
        ImageObjects two = all.select("points=[241,421; 395,213]");
        assertEquals(2, two.count());
        BufferedImage picture =
                new BufferedImage(3 * SIDE + 2 * GAP, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), SIDE);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(base(image).getBufferedImage(), 0, 0, SIDE, SIDE, null);
        g.drawImage(outlined(image, all).getBufferedImage(), SIDE + GAP, 0, SIDE, SIDE, null);
        g.drawImage(clicked(image, two).getBufferedImage(), 2 * (SIDE + GAP), 0, SIDE, SIDE, null);
        g.dispose();
        ImageIO.write(picture, "png", TARGET);
    }

    private static ImageProcessor base(ImagePlus image) {
        return image.getProcessor().duplicate().convertToRGB();
    }

    private static ImageProcessor outlined(ImagePlus image, ImageObjects objects) {
        ImageProcessor rgb = base(image);
        rgb.setLineWidth(2);
        int label = 1;
        for (Roi roi : objects.toRois()) {
            rgb.setColor(LabelColors.of(label++));
            rgb.draw(roi);
        }
        return rgb;
    }

    private static ImageProcessor clicked(ImagePlus image, ImageObjects two) {
        ImageProcessor rgb = base(image);
        for (Roi roi : two.toRois()) {
            rgb.setColor(new Color(255, 200, 0));
            rgb.setLineWidth(3);
            rgb.draw(roi);
        }
        for (int[] point : POINTS) {
            rgb.setColor(new Color(0, 220, 0));
            rgb.fill(new OvalRoi(point[0] - 5, point[1] - 5, 10, 10));
        }
        return rgb;
    }
}
