package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.File;

/** Takes the pictures of the manual from the running software. A process of its own. */
public final class PictureSession {

    private static final String COMMAND = "Segment Everything...";

    private final User user;
    private final File images;

    private PictureSession(String pictures, String images) throws Exception {
        this.user = new User(new File(pictures));
        this.images = new File(images);
    }

    /** Arguments: folder for pictures, folder of the test images. */
    public static void main(String[] arguments) throws Exception {
        PictureSession session = new PictureSession(arguments[0], arguments[1]);
        try {
            session.take();
            System.out.println("done");
        } catch (Throwable e) {
            e.printStackTrace(System.out);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void take() throws Exception {
        ImageJ ij = new ImageJ();
        user.waitUntil("ImageJ", ij::isShowing);
        dialog();
        result("coins.png", "");
        result("nuclei.tif", "");
        result("ihc.png", " stain=hematoxylin");
        new PromptPictures(user, new File(images, "coins.png")).take();
        File tests = images.getAbsoluteFile().getParentFile();
        new WordPictures(user, new File(tests, "sc/fiji/fastsam/text/words")).take();
        new PickerPictures(user, new File(images, "nuclei.tif")).take();
        about();
    }

    private void dialog() throws Exception {
        ImagePlus coins = IJ.openImage(new File(images, "coins.png").getPath());
        coins.show();
        coins.getWindow().setLocation(30, 120);
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Everything");
        user.waitUntil("preview", () -> coins.getOverlay() != null);
        picture("dialog", dialog.getBounds());
        picture("preview", coins.getWindow().getBounds().union(dialog.getBounds()));
        user.click(User.button(dialog, "More settings..."));
        Dialog more = user.dialog("Segment Everything: More");
        picture("dialog-more", more.getBounds());
        user.click(User.button(more, "Cancel"));
        user.waitUntil("first page", () -> !more.isShowing());
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("closed", () -> !dialog.isShowing());
        coins.close();
    }

    private void result(String name, String settings) throws Exception {
        ImagePlus source = IJ.openImage(new File(images, name).getPath());
        if (source.getBitDepth() != 24) {
            IJ.run(source, "Enhance Contrast", "saturated=0.35");
        }
        source.show();
        source.getWindow().setLocation(20, 130);
        IJ.runMacro("run(\"" + COMMAND + "\", \"overlay=true rois=false" + settings + "\");");
        ImagePlus labels = WindowManager.getCurrentImage();
        Window left = source.getWindow();
        labels.getWindow().setLocation(left.getX() + left.getWidth() + 6, left.getY());
        Rectangle both = left.getBounds().union(labels.getWindow().getBounds());
        picture("result-" + name.substring(0, name.indexOf('.')), both);
        Session.close(source);
        Session.close(labels);
    }

    private void about() throws Exception {
        IJ.doCommand("About and Diagnostics...");
        user.waitUntil("about", () -> report() != null);
        picture("about", report().getBounds());
    }

    private static Frame report() {
        return Session.frame("About FastSAM");
    }

    private void picture(String name, Rectangle part) throws Exception {
        user.pause(700);
        user.picture(name, part);
    }
}
