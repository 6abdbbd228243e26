package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.NewImage;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.Rectangle;
import java.awt.TextArea;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;

/** A user who segments everything. */
public final class WindowSession extends Session {

    private static final String COMMAND = "Segment Everything...";
    private static final String DIALOG = "Segment Everything";

    private WindowSession(String[] arguments) throws Exception {
        super(COMMAND, arguments);
    }

    /** Arguments: folder for pictures, image file of the coins. */
    public static void main(String[] arguments) throws Exception {
        new WindowSession(arguments).play();
    }

    @Override
    void act(ImagePlus coins) throws Exception {
        menu();
        firstRun(coins);
        replay(coins);
        defaults(coins);
        cancelDialog(coins);
        preview(coins);
        types(coins);
        batchMode();
        processBatch();
        escape();
        closedMeanwhile();
        twoAtOnce(coins);
        FolderMacro.play(seen, image);
        failure(coins);
        about();
        FirstRun.play(user, seen);
    }

    private void menu() {
        seen.put("menu", Menus.getCommands().get(COMMAND));
        MenuBar bar = Menus.getMenuBar();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            if (bar.getMenu(i).getLabel().equals("Plugins")) {
                seen.put("menu.entries", entries(bar.getMenu(i)));
            }
        }
    }

    private static String entries(Menu plugins) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < plugins.getItemCount(); i++) {
            if (plugins.getItem(i) instanceof Menu menu && menu.getLabel().equals("FastSAM")) {
                for (int j = 0; j < menu.getItemCount(); j++) {
                    entries.append(menu.getItem(j).getLabel()).append("|");
                }
            }
        }
        return entries.toString();
    }

    private void firstRun(ImagePlus coins) throws Exception {
        IJ.selectWindow(coins.getID());
        long start = System.nanoTime();
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        seen.put("dialog.millis", (System.nanoTime() - start) / 1_000_000);
        seen.put("dialog.height", dialog.getHeight());
        seen.put("dialog.modal", dialog.isModal());
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        seen.put("dialog.inside", screen.contains(dialog.getBounds()));
        seen.put("dialog.covers", dialog.getBounds().intersects(coins.getWindow().getBounds()));
        user.waitUntil("preview", () -> coins.getOverlay() != null);
        user.picture("dialog");
        user.fill(User.field(dialog, "Object diameter"), "45");
        user.fill(User.field(dialog, "Confidence"), "0.4");
        user.click(User.box(dialog, "Table of objects"));
        user.click(User.box(dialog, "Summary table"));
        user.fill(User.field(dialog, "Minimum area"), "9");
        user.click(User.button(dialog, "More settings..."));
        Dialog more = user.dialog(DIALOG + ": More");
        seen.put("more.height", more.getHeight());
        user.picture("dialog-more");
        user.click(User.button(more, "OK"));
        user.waitUntil("first page", () -> !more.isShowing());
        user.fill(User.field(dialog, "Confidence"), "0.99");
        user.waitUntil("note after the second page", () -> User.says(dialog, "0 objects"));
        user.fill(User.field(dialog, "Confidence"), "0.4");
        start = System.nanoTime();
        user.click(User.button(dialog, "OK"));
        ImagePlus labels = labels("coins-labels");
        seen.put("first.millis", (System.nanoTime() - start) / 1_000_000);
        user.waitUntil("table", () -> rows("FastSAM Objects") > 0);
        user.picture("result");
        seen.put("first.objects", (int) max(labels));
        seen.put("first.depth", labels.getBitDepth());
        seen.put("first.rows", rows("FastSAM Objects"));
        seen.put("first.foreign", rows("Results"));
        seen.put("first.summary", summary());
        seen.put("first.colors", sameColors(coins, labels));
        seen.put("first.log", IJ.getLog());
        seen.put("first.rois", RoiManager.getInstance().getCount());
        seen.put("first.roi", RoiManager.getInstance().getRoi(0).getBounds());
        seen.put("first.active", WindowManager.getCurrentImage() == labels);
        user.waitUntil("recorder", () -> recorded().contains(COMMAND));
        seen.put("recorded", recorded());
    }

    /** The last row of the summary table: image and number. */
    private static String summary() {
        ResultsTable table = ResultsTable.getResultsTable("FastSAM Summary");
        int row = table.size() - 1;
        return table.getStringValue("Image", row) + " " + (int) table.getValue("Count", row);
    }

    /** Whether outline, entry of the ROI Manager and label have one color in each object. */
    private static boolean sameColors(ImagePlus coins, ImagePlus labels) {
        Overlay overlay = coins.getOverlay();
        Roi[] managed = RoiManager.getInstance().getRoisAsArray();
        for (int i = 0; i < overlay.size(); i++) {
            Color outline = overlay.get(i).getStrokeColor();
            int table = labels.getProcessor().getLut().getRGB(i + 1);
            if (table != outline.getRGB() || !outline.equals(managed[i + 1].getStrokeColor())) {
                return false;
            }
        }
        return overlay.size() > 0;
    }

    private void replay(ImagePlus coins) {
        ImagePlus first = WindowManager.getImage("coins-labels");
        first.setTitle("first");
        IJ.selectWindow(coins.getID());
        long start = System.nanoTime();
        IJ.runMacro("selectImage(" + coins.getID() + "); " + recorded());
        seen.put("second.millis", (System.nanoTime() - start) / 1_000_000);
        ImagePlus second = WindowManager.getCurrentImage();
        seen.put("replay.title", second.getTitle());
        seen.put("replay.same", Arrays.equals(pixels(first), pixels(second)));
        seen.put("replay.rois", RoiManager.getInstance().getCount());
        first.close();
        second.close();
    }

    /** A run with nothing changed: its line, too, must not open the dialog. */
    private void defaults(ImagePlus coins) {
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        user.click(User.button(user.dialog(DIALOG), "OK"));
        ImagePlus first = labels("coins-labels");
        seen.put("again.outlines", coins.getOverlay().size() - previewedOutlines(coins));
        String line = lastRecorded();
        seen.put("defaults.recorded", line);
        IJ.runMacro("selectImage(" + coins.getID() + "); " + line);
        seen.put("defaults.title", WindowManager.getCurrentImage().getTitle());
        close(first);
        close(WindowManager.getCurrentImage());
    }

    /** What a preview shows on an image that has the outlines of an earlier run. */
    private int previewedOutlines(ImagePlus coins) {
        Overlay earlier = coins.getOverlay();
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        user.waitUntil("preview", () -> coins.getOverlay() != earlier);
        int previewed = ShownOutlines.count(coins);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing() && !coins.isLocked());
        return previewed;
    }

    private void cancelDialog(ImagePlus coins) {
        IJ.selectWindow(coins.getID());
        int images = WindowManager.getImageCount();
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing() && !coins.isLocked());
        seen.put("cancel.images", WindowManager.getImageCount() - images);
        seen.put("cancel.persisted", confidenceOfNewDialog());
    }

    private void preview(ImagePlus coins) throws Exception {
        Overlay mine = new Overlay(new Roi(1, 2, 3, 4));
        coins.setOverlay(mine);
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        user.waitUntil("preview", () -> ShownOutlines.count(coins) > 10);
        seen.put("preview.objects", ShownOutlines.count(coins) - 1);
        user.fill(User.field(dialog, "Confidence"), "0.99");
        user.waitUntil("fewer objects", () -> ShownOutlines.count(coins) < 10);
        user.fill(User.field(dialog, "Confidence"), "0.3");
        user.waitUntil("more objects", () -> ShownOutlines.count(coins) > 10);
        user.picture("preview");
        ImageProcessor pixels = coins.getProcessor();
        pixels.snapshot();
        pixels.add(300);
        coins.updateAndDraw();
        user.waitUntil("no objects in white", () -> ShownOutlines.count(coins) == 1);
        pixels.reset();
        coins.updateAndDraw();
        user.waitUntil("objects again", () -> ShownOutlines.count(coins) > 10);
        seen.put("preview.again", ShownOutlines.count(coins) - 1);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("overlay of before", () -> coins.getOverlay() == mine);
        seen.put("preview.restored", coins.getOverlay().size());
        coins.setOverlay(null);
    }

    /** Dialogs open with the defaults, whatever was used before. */
    private String confidenceOfNewDialog() {
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog(DIALOG);
        String text = User.field(dialog, "Confidence").getText();
        user.press(KeyEvent.VK_ESCAPE);
        user.waitUntil("closed", () -> !dialog.isShowing());
        return text;
    }

    private void types(ImagePlus coins) {
        for (String type : new String[] {"8-bit", "16-bit", "32-bit", "RGB Color"}) {
            ImagePlus copy = coins.duplicate();
            copy.setTitle("copy");
            copy.show();
            IJ.run(copy, type, "");
            see(type, "labels=true rois=false");
        }
        ImagePlus gray = coins.duplicate();
        gray.show();
        IJ.runMacro(
                "run(\"Duplicate...\", \"title=a\"); run(\"Duplicate...\", \"title=b\");"
                        + "run(\"Merge Channels...\", \"c1=a c2=b create\");");
        see("composite", "rois=false channel=0");
        IJ.selectWindow(gray.getID());
        IJ.runMacro(
                "run(\"Duplicate...\", \"title=a\"); run(\"Duplicate...\", \"title=b\");"
                        + "run(\"Concatenate...\", \"title=both image1=a image2=b\");");
        see("stack", "rois=false stack=[whole stack]");
        close(gray);
    }

    private void see(String name, String options) {
        // NB: a window that is shown becomes the active one later, when the display says so; a run
        // that takes its result from the cache would be ended by then.
        user.pause(500);
        ImagePlus source = WindowManager.getCurrentImage();
        IJ.runMacro("run(\"" + COMMAND + "\", \"" + options + "\");");
        ImagePlus labels = WindowManager.getCurrentImage();
        seen.put(
                "type." + name,
                labels.getTitle()
                        + " "
                        + labels.getStackSize()
                        + " "
                        + (max(labels) >= 15 ? "many" : "" + max(labels)));
        close(source);
        close(labels);
    }

    private void batchMode() {
        String title =
                IJ.runMacro(
                        "setBatchMode(true); open(\""
                                + image
                                + "\");"
                                + "run(\""
                                + COMMAND
                                + "\", \"rois=true table=true\"); t = getTitle;"
                                + "getStatistics(a, mean, min, max);"
                                + "return t + \" \" + (max > 15) + \" \" + (nResults > 0);");
        seen.put("batch", title);
        IJ.runMacro("setBatchMode(false);");
    }

    /**
     * As Process, Batch, Macro... does: what the macro leaves active is what that command saves.
     */
    private void processBatch() {
        ImagePlus opened = IJ.openImage(image.toString());
        WindowManager.setTempCurrentImage(opened);
        String macro = "i=0;run(\"" + COMMAND + "\", \"rois=false\");";
        ImagePlus saved = new Interpreter().runBatchMacro(macro, opened);
        WindowManager.setTempCurrentImage(null);
        seen.put("process batch", saved.getTitle() + " " + (max(saved) > 15));
    }

    private void escape() throws Exception {
        ImagePlus large = NewImage.createImage("large", 7000, 5000, 1, 8, NewImage.FILL_RAMP);
        large.getProcessor().noise(40);
        large.show();
        ImageProcessor ip = large.getProcessor();
        for (int y = 40; y < 5000; y += 60) {
            for (int x = 40; x < 7000; x += 60) {
                ip.setColor((x * 7 + y) % 255);
                ip.fillOval(x, y, 30, 30);
            }
        }
        Thread run = new Thread(() -> IJ.run(large, COMMAND, "rois=false"), "Run$_large");
        run.start();
        user.waitUntil("run", large::isLocked);
        user.pause(1500);
        user.picture("running");
        long start = System.nanoTime();
        // NB: the key reaches ImageJ through whatever of its windows has the focus.
        ((Window) large.getWindow()).toFront();
        user.click(large.getCanvas());
        user.press(KeyEvent.VK_ESCAPE);
        long pressed = System.nanoTime();
        user.waitUntil("end", () -> !run.isAlive());
        seen.put("escape.millis", (System.nanoTime() - pressed) / 1_000_000);
        seen.put("escape.press.millis", (pressed - start) / 1_000_000);
        seen.put("escape.active", WindowManager.getCurrentImage().getTitle());
        seen.put("escape.locked", large.isLocked());
        seen.put("escape.status", ImageJ.getStatusBarText());
        seen.put("escape.box", showsADialog());
        close(large);
    }

    private static boolean showsADialog() {
        return Arrays.stream(Window.getWindows())
                .anyMatch(window -> window instanceof Dialog && window.isShowing());
    }

    private void closedMeanwhile() {
        // NB: a size that no other step has, so that no earlier result is used and the run takes
        // time.
        ImageProcessor coins = IJ.openImage(image).getProcessor();
        coins.setInterpolationMethod(ImageProcessor.BILINEAR);
        ImagePlus closed = new ImagePlus("closed.png", coins.resize(1900));
        closed.show();
        Thread run = new Thread(() -> IJ.run(closed, COMMAND, "rois=false table=true"), "Run$_c");
        run.start();
        user.waitUntil("run", closed::isLocked);
        closed.getWindow().close();
        user.waitUntil("end", () -> !run.isAlive());
        ImagePlus labels = WindowManager.getImage("closed-labels");
        seen.put("closed", labels == null ? "nothing" : (int) max(labels));
        seen.put("closed.exception", frame("Exception") != null);
        if (labels != null) {
            close(labels);
        }
    }

    private void twoAtOnce(ImagePlus coins) throws Exception {
        ImagePlus other = coins.duplicate();
        other.setTitle("other.png");
        other.getProcessor().flipHorizontal();
        other.show();
        Thread one = new Thread(() -> IJ.run(coins, COMMAND, "rois=false"), "Run$_one");
        Thread two = new Thread(() -> IJ.run(other, COMMAND, "rois=false"), "Run$_two");
        one.start();
        two.start();
        one.join();
        two.join();
        ImagePlus a = labels("coins-labels");
        ImagePlus b = labels("other-labels");
        seen.put("two", max(a) > 15 && max(b) > 15);
        for (ImagePlus imp : new ImagePlus[] {other, a, b}) {
            close(imp);
        }
    }

    private void failure(ImagePlus coins) throws Exception {
        IJ.selectWindow(coins.getID());
        Thread run =
                new Thread(
                        () ->
                                IJ.runMacro(
                                        "run(\""
                                                + COMMAND
                                                + "\", \"confidense=0.4\"); setTitle(\"x\");"));
        run.start();
        Dialog error = user.dialog("Macro Error");
        user.picture("error");
        seen.put("error", texts(error));
        user.press(KeyEvent.VK_ENTER);
        for (Window window : Window.getWindows()) {
            if (window instanceof Dialog dialog && dialog.isShowing()) {
                dialog.dispose();
            }
        }
        run.join(5000);
        seen.put("error.stopped", !coins.getTitle().equals("x"));
    }

    private static String texts(Dialog dialog) {
        StringBuilder text = new StringBuilder();
        User.parts(dialog, java.awt.Label.class).forEach(l -> text.append(l.getText()).append(' '));
        User.parts(dialog, java.awt.Canvas.class).forEach(c -> text.append(c).append(' '));
        return text.toString().replace('\n', ' ');
    }

    private void about() throws Exception {
        IJ.doCommand("About and Diagnostics...");
        user.waitUntil("about", () -> frame("About FastSAM") != null);
        Frame about = frame("About FastSAM");
        user.pause(300);
        user.picture("about");
        seen.put("about", User.parts(about, TextArea.class).get(0).getText().replace("\n", " / "));
        about.dispose();
    }
}
