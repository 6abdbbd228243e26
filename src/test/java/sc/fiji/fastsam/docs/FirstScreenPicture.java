package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.FastSam;
import sc.fiji.fastsam.engine.ImageObjects;

/** Makes the README's picture: image, every object, the objects at two points. Not a test. */
class FirstScreenPicture {

    private static final File TARGET = new File("docs/images/first-screen.png");
    private static final int SIDE = 340;
    private static final int LEFT = 130;
    private static final int TOP = 140;
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
        g.drawImage(part(base(image)), 0, 0, null);
        g.drawImage(part(outlined(image, all)), SIDE + GAP, 0, null);
        g.drawImage(part(clicked(image, two)), 2 * (SIDE + GAP), 0, null);
        g.dispose();
        ImageIO.write(picture, "png", TARGET);
    }

    private static BufferedImage part(ImageProcessor whole) {
        return whole.getBufferedImage().getSubimage(LEFT, TOP, SIDE, SIDE);
    }

    private static ImageProcessor base(ImagePlus image) {
        return image.getProcessor().duplicate().convertToRGB();
    }

    /** As ImageJ shows it. */
    private static ImageProcessor outlined(ImagePlus image, ImageObjects objects) {
        ImagePlus shown = new ImagePlus(image.getTitle(), base(image));
        objects.addTo(shown);
        return shown.flatten().getProcessor();
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
