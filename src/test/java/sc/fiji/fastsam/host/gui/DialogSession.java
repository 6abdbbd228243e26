package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.HTMLDialog;
import ij.gui.Overlay;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import java.awt.Checkbox;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.Future;

/** A user who asks for help, changes their mind, undoes, and writes scripts. */
public final class DialogSession extends Session {

    private static final String COMMAND = "Segment Everything...";
    private static final String DIALOG = "Segment Everything";

    private DialogSession(String[] arguments) throws Exception {
        super(COMMAND, arguments);
    }

    /** Arguments: folder for pictures, image file of the coins. */
    public static void main(String[] arguments) throws Exception {
        new DialogSession(arguments).play();
    }

    @Override
    void act(ImagePlus coins) throws Exception {
        help(coins);
        cancelInAMacro(coins);
        recorderMeanwhile(coins);
        undo(coins);
        replaceOwn(coins);
        script(coins);
        zoomOut(coins);
        closedMeanwhile();
        nothingFound();
        license();
    }

    private void help(ImagePlus coins) throws Exception {
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        Checkbox labels = User.box(dialog, "Label image");
        user.click(User.button(dialog, "Help"));
        user.waitUntil("help", () -> helpOf(dialog) != null);
        user.picture("help");
        seen.put("help.modal", helpOf(dialog).isModal());
        seen.put("help.before", labels.getState());
        helpOf(dialog).setLocation(dialog.getX() + dialog.getWidth(), dialog.getY());
        user.click(labels);
        seen.put("help.alive", labels.getState() + " " + helpOf(dialog).isShowing());
        helpOf(dialog).dispose();
        user.click(User.button(dialog, "More settings..."));
        Dialog more = user.dialog(DIALOG + ": More");
        user.click(User.button(more, "Help"));
        user.waitUntil("help of the second page", () -> helpOf(more) != null);
        seen.put("help.more", helpOf(more).isFocused());
        user.press(KeyEvent.VK_ESCAPE);
        user.waitUntil("second page", () -> helpOf(more) == null);
        user.click(User.button(more, "Cancel"));
        user.waitUntil("first page", () -> !more.isShowing());
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing());
    }

    /** The help that belongs to a dialog and is showing, or null. */
    private static HTMLDialog helpOf(Dialog dialog) {
        return Arrays.stream(dialog.getOwnedWindows())
                .filter(window -> window.isShowing() && window instanceof HTMLDialog)
                .map(HTMLDialog.class::cast)
                .findFirst()
                .orElse(null);
    }

    /**
     * A recorder that is opened while the dialog is there, which goes on, and goes on recording.
     */
    private void recorderMeanwhile(ImagePlus coins) throws Exception {
        Recorder.getInstance().close();
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        new Recorder(false).setLocation(700, 560);
        user.click(User.box(dialog, "Summary table"));
        user.click(User.button(dialog, "More settings..."));
        user.click(User.button(user.dialog(DIALOG + ": More"), "OK"));
        user.waitUntil("first page", () -> User.find(DIALOG + ": More") == null);
        user.click(User.button(dialog, "OK"));
        ImagePlus labels = labels("coins-labels");
        user.waitUntil("recorder", () -> recorded().contains(COMMAND));
        seen.put("recorder.line", recorded());
        seen.put("recorder.on", Recorder.record);
        seen.put("recorder.error", IJ.getLog() != null && IJ.getLog().contains("ERROR"));
        close(labels);
        coins.setOverlay(null);
        RoiManager.getInstance().runCommand("Reset");
        RoiManager.getInstance().addRoi(named("mine", new Roi(3, 4, 5, 6)));
    }

    private void cancelInAMacro(ImagePlus coins) throws Exception {
        String macro =
                "selectImage(%d); run('%s'); rename('went on'); return '';"
                        .formatted(coins.getID(), COMMAND);
        Thread run = new Thread(() -> IJ.runMacro(macro), "Run$_macro");
        run.start();
        Dialog dialog = user.dialog(DIALOG);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end of the macro", () -> !run.isAlive());
        seen.put("cancel.title", coins.getTitle());
        seen.put("cancel.images", WindowManager.getImageCount());
        coins.setTitle("coins.png");
    }

    /** ImageJ's Undo, and the way that the page names. */
    private void undo(ImagePlus coins) {
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        user.click(User.button(user.dialog(DIALOG), "OK"));
        ImagePlus labels = labels("coins-labels");
        user.waitUntil("end", () -> !coins.isLocked());
        IJ.selectWindow(coins.getID());
        int outlines = coins.getOverlay().size();
        IJ.run(coins, "Undo", "");
        seen.put("undo.kept", coins.getOverlay() != null && coins.getOverlay().size() == outlines);
        IJ.run(coins, "Remove Overlay", "");
        seen.put("undo.removed", coins.getOverlay() == null);
        close(labels);
    }

    /** What the manager lists after two runs, the second in place of the first. */
    private void replaceOwn(ImagePlus coins) {
        RoiManager manager = RoiManager.getInstance();
        seen.put("names.kept", kept(manager));
        int once = manager.getCount();
        IJ.run(coins, COMMAND, "replace_own=true labels=false overlay=true");
        seen.put("own.replaced", manager.getCount() == once);
        seen.put("own.mine", manager.getName(0));
        coins.setTitle("renamed.png");
        IJ.run(coins, COMMAND, "replace_own=true labels=false");
        seen.put("own.renamed", manager.getCount() == once);
        ImagePlus twin = coins.duplicate();
        twin.setTitle("coins.png");
        twin.show();
        IJ.run(twin, COMMAND, "replace_own=true labels=false");
        seen.put("own.twin", manager.getCount() == 2 * once - 1);
        close(twin);
        coins.setTitle("coins.png");
        IJ.run(coins, COMMAND, "replace_own=true labels=false");
        seen.put("own.closed", manager.getCount() == once);
        IJ.run(coins, COMMAND, "labels=false");
        seen.put("own.appended", manager.getCount() == 2 * once - 1);
        seen.put("names.overlay", sameNames(coins.getOverlay(), manager));
        manager.reset();
    }

    /** Whether all but the user's own region have our names, in ImageJ's list too. */
    private static boolean kept(RoiManager manager) {
        String[] listed = manager.getList().getItems();
        Roi[] rois = manager.getRoisAsArray();
        for (int i = 1; i < rois.length; i++) {
            boolean ours = listed[i].matches("obj%04d-0\\.\\d\\d".formatted(i));
            if (!ours || !listed[i].equals(rois[i].getName())) {
                return false;
            }
        }
        return rois.length > 1;
    }

    private static boolean sameNames(Overlay overlay, RoiManager manager) {
        for (int i = 0; i < overlay.size(); i++) {
            if (!overlay.get(i).getName().equals(manager.getName(i + 1))) {
                return false;
            }
        }
        return overlay.size() > 1;
    }

    /** A window that then shows more than the preview has looked at. */
    private void zoomOut(ImagePlus coins) {
        IJ.selectWindow(coins.getID());
        coins.deleteRoi();
        coins.getCanvas().setSourceRect(new Rectangle(10, 20, 150, 120));
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        user.waitUntil("part", () -> notes(dialog, "\\d+ objects in the visible part"));
        IJ.run(coins, "Original Scale", "");
        user.waitUntil("all", () -> notes(dialog, "\\d+ objects"));
        seen.put("zoom.outlines", coins.getOverlay() != null);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing());
    }

    private static boolean notes(Dialog dialog, String pattern) {
        return User.parts(dialog, Label.class).stream().anyMatch(l -> l.getText().matches(pattern));
    }

    /** An image that is closed while the dialog shows a preview on it. */
    private void closedMeanwhile() throws Exception {
        ImagePlus gone = opened("gone.png");
        IJ.selectWindow(gone.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        user.waitUntil("preview", () -> gone.getOverlay() != null);
        ImagePlus early = opened("early.png");
        // NB: what is opened at once before an image is closed is opened in its place.
        user.pause(700);
        close(gone);
        String told = "\"gone.png\" was closed. Open it again, or another image.";
        user.waitUntil("note", () -> User.says(dialog, told));
        PlotWindow plot = new Plot("plot", "x", "y").show();
        user.pause(600);
        seen.put("closed.note", User.says(dialog, told));
        close(plot.getImagePlus());
        ImagePlus again = opened("again.png");
        user.waitUntil("preview of the other", () -> again.getOverlay() != null);
        seen.put("closed.early", early.getOverlay() != null);
        close(early);
        // NB: off the check box.
        again.getWindow().setLocation(30, 120);
        user.click(User.box(dialog, "Preview"));
        user.waitUntil("no preview", () -> again.getOverlay() == null);
        close(again);
        ImagePlus third = opened("third.png");
        user.click(User.button(dialog, "OK"));
        seen.put("closed.labels", labels("third-labels").getTitle());
        close(labels("third-labels"));
        close(third);
    }

    private ImagePlus opened(String title) {
        ImagePlus imp = IJ.openImage(image);
        imp.setTitle(title);
        imp.show();
        return imp;
    }

    /** An image of one value. */
    private void nothingFound() throws Exception {
        ImagePlus blank = IJ.createImage("blank", "8-bit black", 200, 150, 1);
        blank.show();
        IJ.selectWindow(blank.getID());
        IJ.doCommand(COMMAND);
        user.click(User.button(user.dialog(DIALOG), "OK"));
        Dialog advice = user.dialog("FastSAM");
        user.picture("advice");
        seen.put("nothing.advice", advice.getTitle());
        advice.dispose();
    }

    /** A license that is not accepted. */
    private void license() {
        IJ.doCommand("Models...");
        Dialog dialog = user.dialog("Models");
        // NB: without a window manager its place is not where it is drawn.
        dialog.setLocation(300, 200);
        User.choice(dialog, "list", "install");
        user.click(User.button(dialog, "OK"));
        Dialog license = user.dialog("License of clip");
        user.click(User.button(license, "Cancel"));
        user.waitUntil(
                "end or box",
                () -> !license.isShowing() && (dialogs() > 0 || said().contains("not accepted")));
        seen.put("license.refused", dialogs() + " " + said());
    }

    private static String said() {
        return String.valueOf(ImageJ.getStatusBarText());
    }

    /** NB: by reflection, as our classes are on the class path of ImageJ's plugins alone. */
    private void script(ImagePlus coins) throws Exception {
        command("input", coins, "rois", false, "table", true, "table_name", "By script").get();
        seen.put("script.dialogs", dialogs());
        seen.put("script.rows", rows("By script") >= 18);
        ImagePlus blank = IJ.createImage("blank", "8-bit black", 200, 150, 1);
        Future<?> nothing = command("input", blank, "rois", false);
        user.waitUntil("end or box", () -> nothing.isDone() || dialogs() > 0);
        seen.put("script.nothing", nothing.isDone() + " " + dialogs());
    }

    private static Future<?> command(Object... inputs) throws ReflectiveOperationException {
        ClassLoader plugins = IJ.getClassLoader();
        Class<?> host = plugins.loadClass("sc.fiji.fastsam.host.Host");
        Method current = host.getDeclaredMethod("current");
        Method contextOf = host.getDeclaredMethod("context");
        current.setAccessible(true);
        contextOf.setAccessible(true);
        Object context = contextOf.invoke(current.invoke(null));
        Class<?> service = plugins.loadClass("org.scijava.command.CommandService");
        Object commands =
                context.getClass().getMethod("service", Class.class).invoke(context, service);
        return (Future<?>)
                service.getMethod("run", String.class, boolean.class, Object[].class)
                        .invoke(
                                commands,
                                "sc.fiji.fastsam.command.SegmentEverything",
                                true,
                                inputs);
    }

    private static long dialogs() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof Dialog && window.isShowing())
                .count();
    }
}
