package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.File;

/** The pictures of the page on prompts, on the image of coins. Part of the driven process. */
final class PromptPictures {

    private static final String COMMAND = "Segment Selection...";

    private final User user;
    private final File image;

    PromptPictures(User user, File image) {
        this.user = user;
        this.image = image;
    }

    void take() throws Exception {
        dialog();
        points();
        boxes();
        replace();
    }

    private ImagePlus open() {
        ImagePlus coins = IJ.openImage(image.getPath());
        coins.show();
        coins.getWindow().setLocation(20, 130);
        return coins;
    }

    private static PointRoi pointsOn(ImagePlus coins) {
        PointRoi.setDefaultSize(3);
        PointRoi points = new PointRoi();
        points.addPoint(coins, 45, 55);
        points.addPoint(coins, 336, 44);
        points.addPoint(coins, 208, 193);
        points.setCounter(1);
        points.addPoint(coins, 156, 50);
        coins.setRoi(points);
        return points;
    }

    private void dialog() throws Exception {
        ImagePlus coins = open();
        pointsOn(coins);
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Selection");
        user.waitUntil("preview", () -> coins.getOverlay() != null);
        picture("selection-dialog", coins.getWindow().getBounds().union(dialog.getBounds()));
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("closed", () -> !dialog.isShowing() && !coins.isLocked());
        close(coins);
    }

    private void points() throws Exception {
        ImagePlus coins = open();
        pointsOn(coins);
        besideItsLabels("selection-points", coins, "");
    }

    private void boxes() throws Exception {
        ImagePlus coins = open();
        besideItsLabels(
                "selection-boxes",
                coins,
                " boxes=[20,31,52,48; 306,12,64,62; 300,150,84,70; 180,160,62,60]");
    }

    private void besideItsLabels(String name, ImagePlus coins, String keys) throws Exception {
        run("rois=false overlay=true show_prompts=true" + keys);
        ImagePlus labels = WindowManager.getCurrentImage();
        coins.deleteRoi();
        Window left = coins.getWindow();
        labels.getWindow().setLocation(left.getX() + left.getWidth() + 6, left.getY());
        picture(name, left.getBounds().union(labels.getWindow().getBounds()));
        close(labels);
        close(coins);
    }

    private void replace() throws Exception {
        ImagePlus coins = open();
        RoiManager manager = new RoiManager();
        add(manager, "first", new Roi(20, 26, 56, 56));
        add(manager, "second", new Roi(190, 20, 52, 58));
        add(manager, "third", new Roi(308, 150, 74, 72));
        add(manager, "fourth", new Roi(14, 230, 64, 62));
        manager.runCommand(coins, "Show All with labels");
        Window left = coins.getWindow();
        manager.setLocation(left.getX() + left.getWidth() + 6, left.getY());
        Rectangle both = left.getBounds().union(manager.getBounds());
        picture("selection-rough", both);
        run("source=[roi manager] labels=false replace=true");
        manager.runCommand(coins, "Show All with labels");
        picture("selection-replaced", both);
        close(coins);
        manager.close();
    }

    private static void add(RoiManager manager, String name, Roi roi) {
        manager.addRoi(Session.named(name, roi));
    }

    private static void run(String keys) {
        IJ.runMacro("run(\"" + COMMAND + "\", \"" + keys + "\");");
    }

    private static void close(ImagePlus imp) {
        // NB: ImageJ asks before it closes an image with several points.
        imp.deleteRoi();
        Session.close(imp);
    }

    private void picture(String name, Rectangle part) throws Exception {
        if (WindowManager.getFrame("Log") instanceof TextWindow log) {
            log.close();
        }
        user.pause(700);
        user.picture(name, part);
    }
}
