package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ShapeRoi;
import ij.plugin.filter.GaussianBlur;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Choice;
import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.io.File;
import java.util.Random;

/**
 * The pictures of the pages on words and on models: a drawn image, the small test model of the
 * tests in place of CLIP, and no download. Part of the driven process.
 */
final class WordPictures {

    private final User user;
    private final File clip;

    /**
     * @param clip folder of the test model
     */
    WordPictures(User user, File clip) {
        this.user = user;
        this.clip = clip;
    }

    void take() throws Exception {
        words();
        models();
    }

    /** Bright discs and bright rods by turns, four rows of six. */
    private static ImagePlus drawn() {
        ByteProcessor ip = new ByteProcessor(384, 272);
        ip.setColor(70);
        ip.fill();
        Random random = new Random(5);
        for (int i = 0; i < 24; i++) {
            double x = 32 + i % 6 * 64 + random.nextInt(9) - 4;
            double y = 36 + i / 6 * 66 + random.nextInt(9) - 4;
            boolean isRod = (i + i / 6) % 2 == 0;
            draw(ip, x, y, isRod ? 25 : 15, isRod ? 8 : 15, random.nextDouble() * Math.PI);
        }
        new GaussianBlur().blurGaussian(ip, 1.2);
        ip.noise(4);
        return new ImagePlus("drawn", ip);
    }

    private static void draw(
            ImageProcessor ip, double x, double y, double a, double b, double angle) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(angle);
        ip.setColor(200);
        ip.fill(
                new ShapeRoi(
                        place.createTransformedShape(new Ellipse2D.Double(-a, -b, 2 * a, 2 * b))));
    }

    private void words() throws Exception {
        ImagePlus drawn = drawn();
        drawn.show();
        drawn.getWindow().setLocation(20, 130);
        IJ.runMacro(
                "run(\"Segment Selection...\", \"text=[elongated bright object] top=12 clip=["
                        + clip
                        + "] rois=false overlay=true\");");
        ImagePlus labels = WindowManager.getCurrentImage();
        Window left = drawn.getWindow();
        labels.getWindow().setLocation(left.getX() + left.getWidth() + 6, left.getY());
        Rectangle both = left.getBounds().union(labels.getWindow().getBounds());
        picture("words", both);
        Session.close(labels);
        drawn.setOverlay(null);
        prompts();
        Session.close(drawn);
    }

    /** The page with the words, in the dialog. */
    private void prompts() throws Exception {
        IJ.doCommand("Segment Selection...");
        Dialog dialog = user.dialog("Segment Selection");
        user.click(User.button(dialog, "More prompts..."));
        Dialog page = user.dialog("Segment Selection: More");
        User.field(page, "Words").setText("elongated bright object");
        User.field(page, "Maximum objects per word").setText("12");
        picture("selection-prompts", page.getBounds());
        user.click(User.button(page, "Cancel"));
        user.waitUntil("first page", () -> !page.isShowing());
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("closed", () -> !dialog.isShowing());
    }

    private void models() throws Exception {
        IJ.doCommand("Models...");
        Dialog dialog = user.dialog("Models");
        // NB: without an image and a window manager its place is not where it is drawn.
        dialog.setLocation(300, 200);
        User.parts(dialog, Choice.class).get(1).select("install");
        picture("models-dialog", dialog.getBounds());
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("closed", () -> !dialog.isShowing());
    }

    private void picture(String name, Rectangle part) throws Exception {
        user.pause(700);
        user.picture(name, part);
    }
}
