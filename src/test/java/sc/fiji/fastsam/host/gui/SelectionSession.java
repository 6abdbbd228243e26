package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.TextField;
import java.util.Arrays;
import java.util.StringJoiner;

/** A user who points at objects. */
public final class SelectionSession extends Session {

    private static final String COMMAND = "Segment Selection...";

    private ImagePlus coins;

    private SelectionSession(String[] arguments) throws Exception {
        super(COMMAND, arguments);
    }

    /** Arguments: folder for pictures, image file of the coins. */
    public static void main(String[] arguments) throws Exception {
        new SelectionSession(arguments).play();
    }

    @Override
    void act(ImagePlus image) throws Exception {
        coins = image;
        seen.put("menu", Menus.getCommands().get(COMMAND));
        pointsInTheDialog();
        replay();
        drawnBeforeTheRecorder();
        drawnMeanwhile();
        wordsWithoutClip();
        everythingInTheManager();
        selectedInTheManager();
        replaceInTheManager();
        roisOfOtherPlanes();
        noRoiIsLostByAFailure();
        closedMeanwhile();
    }

    /** Two coins, and a point of counter 1 on a third that is not wanted. */
    private void pointsInTheDialog() throws Exception {
        PointRoi points = new PointRoi();
        points.addPoint(coins, 45, 55);
        points.addPoint(coins, 336, 44);
        points.setCounter(1);
        points.addPoint(coins, 156, 50);
        coins.setRoi(points);
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Selection");
        seen.put("dialog.height", dialog.getHeight());
        user.waitUntil("preview", () -> coins.getOverlay() != null);
        user.picture("selection-dialog");
        seen.put("settings.height", heightOfPage(dialog, "More settings..."));
        seen.put("prompts.height", heightOfPage(dialog, "More prompts..."));
        user.click(User.box(dialog, "Table of objects"));
        user.click(User.box(dialog, "Show prompts"));
        user.click(User.button(dialog, "OK"));
        ImagePlus labels = labels("coins-labels");
        user.waitUntil("table", () -> rows("FastSAM Objects") > 0);
        user.waitUntil("recorder", () -> recorded().contains(COMMAND));
        user.picture("selection-result");
        seen.put("dialog.objects", (int) max(labels));
        seen.put("dialog.labels", at(labels, 45, 55) + at(labels, 336, 44) + at(labels, 156, 50));
        seen.put("dialog.active", WindowManager.getCurrentImage() == labels);
        seen.put("dialog.rois", names());
        seen.put("dialog.prompts", prompts());
        seen.put("dialog.selection", coins.getRoi() == points);
        seen.put("dialog.overlay", coins.getOverlay().size());
        seen.put("recorded", recorded());
    }

    private int heightOfPage(Dialog dialog, String button) throws Exception {
        user.click(User.button(dialog, button));
        Dialog page = user.dialog("Segment Selection: More");
        user.picture("selection-" + button.substring(5, 10));
        user.click(User.button(page, "Cancel"));
        user.waitUntil("first page", () -> !page.isShowing());
        return page.getHeight();
    }

    private static String at(ImagePlus labels, int x, int y) {
        return labels.getProcessor().get(x, y) + " ";
    }

    private static String prompts() {
        ResultsTable table = ResultsTable.getResultsTable("FastSAM Objects");
        StringJoiner prompts = new StringJoiner(" ");
        for (int row = 0; row < table.size(); row++) {
            prompts.add(table.getStringValue("Prompts", row));
        }
        return prompts.toString();
    }

    private void replay() {
        ImagePlus first = WindowManager.getImage("coins-labels");
        first.setTitle("first");
        IJ.runMacro("selectImage(" + coins.getID() + "); " + recorded());
        ImagePlus second = WindowManager.getCurrentImage();
        seen.put("replay.title", second.getTitle());
        seen.put("replay.same", Arrays.equals(pixels(first), pixels(second)));
        seen.put("replay.rois", names());
        close(first);
        close(second);
        coins.setOverlay(null);
    }

    /** NB: as one that a program sets, of which the recorder is not told either. */
    private void drawnBeforeTheRecorder() {
        coins.setRoi(new PointRoi(45, 55));
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Selection");
        user.click(User.button(dialog, "OK"));
        close(labels("coins-labels"));
        user.waitUntil("line", () -> !lastRecorded().equals(recorded()));
        seen.put("single.recorded", lastRecorded());
        coins.setOverlay(null);
    }

    /** A point that is drawn, and taken off, while the dialog shows. */
    private void drawnMeanwhile() throws Exception {
        coins.deleteRoi();
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog first = user.dialog("Segment Selection");
        String none =
                "No prompts: The image has no selection. Draw points (multi-point tool) or a"
                        + " rectangle on the objects.";
        user.waitUntil("advice", () -> User.says(first, none));
        user.click(User.button(first, "OK"));
        user.waitUntil("first dialog", () -> !first.isShowing());
        Dialog box = user.dialog("Segment Selection");
        seen.put("drawn.fields", User.parts(box, TextField.class).size());
        user.click(User.button(box, "OK"));
        user.waitUntil("box", () -> !box.isShowing());
        Dialog dialog = user.dialog("Segment Selection");
        user.waitUntil("advice again", () -> User.says(dialog, none));
        coins.setRoi(new PointRoi(45, 55));
        String one = "1 object for 1 point in coins.png";
        user.waitUntil("answer", () -> User.says(dialog, one));
        seen.put("drawn.outlines", ShownOutlines.count(coins));
        // NB: as the multi-point tool does, of which ImageJ tells nobody.
        ((PointRoi) coins.getRoi()).addPoint(coins, 336, 44);
        user.waitUntil("two", () -> User.says(dialog, "2 objects for 2 points in coins.png"));
        seen.put("drawn.added", ShownOutlines.count(coins));
        coins.deleteRoi();
        user.waitUntil("advice again", () -> User.says(dialog, none));
        seen.put("drawn.removed", coins.getOverlay() == null);
        managedMeanwhile(dialog);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing() && !coins.isLocked());
    }

    /** Another ROI in the manager while the dialog shows the answers to those in it. */
    private void managedMeanwhile(Dialog dialog) {
        RoiManager manager = rough();
        User.choice(dialog, "selection", "roi manager");
        user.waitUntil("three", () -> User.says(dialog, "3 objects for 3 boxes in coins.png"));
        manager.select(1);
        manager.runCommand("Delete");
        user.waitUntil("two", () -> User.says(dialog, "2 objects for 2 boxes in coins.png"));
        seen.put("drawn.managed", User.says(dialog, "2 rectangles"));
    }

    /** Words that are typed where there is no CLIP. */
    private void wordsWithoutClip() throws Exception {
        IJ.selectWindow(coins.getID());
        IJ.doCommand(COMMAND);
        Dialog dialog = user.dialog("Segment Selection");
        user.click(User.button(dialog, "More prompts..."));
        Dialog page = user.dialog("Segment Selection: More");
        user.fill(User.field(page, "Words"), "7");
        user.click(User.button(page, "OK"));
        user.waitUntil("page", () -> !page.isShowing());
        Dialog box = user.dialog("Segment Selection: More");
        user.picture("selection-words");
        seen.put("words.fields", User.parts(box, TextField.class).size());
        user.click(User.button(box, "OK"));
        user.waitUntil("box", () -> !box.isShowing());
        Dialog again = user.dialog("Segment Selection: More");
        seen.put("words.kept", User.field(again, "Words").getText());
        user.click(User.button(again, "Cancel"));
        user.waitUntil("first page", () -> !again.isShowing());
        seen.put("words.error", IJ.getLog() != null && IJ.getLog().contains("ERROR"));
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing() && !coins.isLocked());
    }

    /** Rough rectangles round three coins. */
    private RoiManager rough() {
        RoiManager manager = RoiManager.getInstance();
        manager.reset();
        manager.addRoi(named("top left", new Roi(20, 30, 50, 48)));
        manager.addRoi(named("mine", new Roi(190, 165, 50, 54)));
        manager.addRoi(named("last", new Roi(330, 242, 52, 50)));
        coins.deleteRoi();
        return manager;
    }

    private void everythingInTheManager() {
        rough();
        ImagePlus labels = runMacro("source=[roi manager] rois=false");
        seen.put("all.labels", at(labels, 45, 55) + at(labels, 216, 193) + at(labels, 356, 267));
        close(labels);
    }

    private void selectedInTheManager() {
        rough().setSelectedIndexes(new int[] {0, 2});
        ImagePlus labels = runMacro("source=[roi manager selected]");
        seen.put(
                "selected.labels",
                at(labels, 45, 55) + at(labels, 216, 193) + at(labels, 356, 267));
        seen.put("selected.rois", names());
        close(labels);
    }

    private void replaceInTheManager() throws Exception {
        RoiManager manager = rough();
        manager.addRoi(named("empty", new Roi(95, 215, 8, 6)));
        manager.setSelectedIndexes(new int[] {0, 2, 3});
        ImagePlus labels = runMacro("source=[roi manager selected] replace=true second_look=false");
        user.picture("selection-replaced");
        seen.put("replace.rois", names());
        seen.put("replace.shapes", shapes(manager));
        seen.put("replace.shown", String.join("|", manager.getList().getItems()));
        Rectangle outline = manager.getRoi(0).getBounds();
        seen.put("replace.inside", new Rectangle(15, 25, 60, 58).contains(outline));
        close(labels);
    }

    /** Two coins on slices 1 and 3, one on channel 2, and slice 1 of channel 1 on the screen. */
    private void roisOfOtherPlanes() {
        String macro =
                """
                selectImage(%d); run("Select None"); roiManager("reset");
                run("Duplicate...", "title=planes"); run("Select All"); run("Copy");
                for (i = 0; i < 5; i++) { run("Add Slice"); run("Paste"); }
                run("Select None");
                run("Stack to Hyperstack...", "order=xyczt(default) channels=2 slices=3 frames=1 display=Color");
                Stack.setPosition(1, 1, 1); makeRectangle(20, 30, 50, 48);
                Roi.setPosition(1, 1, 1); Roi.setName("here"); roiManager("add");
                Stack.setPosition(1, 3, 1); makeRectangle(190, 165, 50, 54);
                Roi.setPosition(1, 3, 1); Roi.setName("deeper"); roiManager("add");
                Stack.setPosition(2, 1, 1); makeRectangle(330, 242, 52, 50);
                Roi.setPosition(2, 1, 1); Roi.setName("other channel"); roiManager("add");
                run("Select None"); Stack.setPosition(1, 1, 1); id = getImageID();
                for (i = 0; i < 2; i++) {
                    selectImage(id);
                    keys = newArray("", "stack=[whole stack]");
                    run("%s", "source=[roi manager] rois=false table=true table_name=planes" + i + " " + keys[i]);
                    close();
                }
                selectImage(id); close(); return "";
                """;
        IJ.runMacro(macro.formatted(coins.getID(), COMMAND));
        seen.put("planes.shown", promptsOf("planes0"));
        seen.put("planes.stack", promptsOf("planes1"));
        seen.put("planes.log", IJ.getLog().replace('\n', '|'));
    }

    /** Prompts of a table's rows, each with its area or what stands in place of it. */
    private static String promptsOf(String title) {
        ResultsTable table = ResultsTable.getResultsTable(title);
        StringJoiner rows = new StringJoiner("|");
        for (int row = 0; row < table.size(); row++) {
            rows.add(
                    table.getStringValue("Prompts", row) + " " + table.getStringValue("Area", row));
        }
        return rows.toString();
    }

    private static String shapes(RoiManager manager) {
        StringJoiner shapes = new StringJoiner("|");
        for (Roi roi : manager.getRoisAsArray()) {
            shapes.add(roi.getType() == Roi.RECTANGLE ? "rectangle" : "outline");
        }
        return shapes.toString();
    }

    private void noRoiIsLostByAFailure() throws Exception {
        rough().addRoi(named("far", new Roi(900, 900, 20, 20)));
        Roi mine = new Roi(7, 8, 9, 10);
        coins.setRoi(mine);
        Thread run = new Thread(() -> runMacro("source=[roi manager] replace=true"));
        run.start();
        Dialog error = user.dialog("Macro Error");
        user.picture("selection-error");
        error.dispose();
        run.join();
        seen.put("failure.rois", names());
        seen.put("failure.shapes", shapes(RoiManager.getInstance()));
        seen.put("failure.selection", coins.getRoi() == mine);
        seen.put("failure.locked", coins.isLocked());
    }

    private void closedMeanwhile() {
        ImagePlus closed = IJ.openImage(image);
        closed.setTitle("closed.png");
        closed.getProcessor().invert();
        closed.show();
        closed.setRoi(new PointRoi(45, 55));
        String keys = "rois=false show_prompts=true overlay=true";
        Thread run = new Thread(() -> IJ.run(closed, COMMAND, keys), "Run$_c");
        run.start();
        user.waitUntil("run", closed::isLocked);
        closed.changes = false;
        closed.getWindow().close();
        user.waitUntil("end", () -> !run.isAlive());
        seen.put("closed.labels", WindowManager.getImage("closed-labels") != null);
        seen.put("closed.exception", frame("Exception") != null);
    }

    private ImagePlus runMacro(String keys) {
        IJ.runMacro(
                "selectImage(" + coins.getID() + "); run(\"" + COMMAND + "\", \"" + keys + "\");");
        return WindowManager.getCurrentImage();
    }

    private static String names() {
        StringJoiner names = new StringJoiner("|");
        for (Roi roi : RoiManager.getInstance().getRoisAsArray()) {
            names.add(roi.getName());
        }
        return names.toString();
    }
}
