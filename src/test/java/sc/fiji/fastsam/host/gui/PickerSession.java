package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import java.awt.Choice;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A user who clicks objects. */
public final class PickerSession extends Session {

    private static final String TOOL = "Object Picker Tool";

    private ImagePlus coins;

    private PickerSession(String[] arguments) throws Exception {
        super(TOOL, arguments);
    }

    /** Arguments: folder for pictures, image file of the coins. */
    public static void main(String[] arguments) throws Exception {
        new PickerSession(arguments).play();
    }

    @Override
    void act(ImagePlus image) throws Exception {
        coins = image;
        IJ.doCommand(TOOL);
        user.waitUntil("tool", () -> TOOL.equals(Toolbar.getToolName()));
        coins.setRoi(new Roi(1, 2, 3, 4));
        managerOpens();
        clicks();
        pointer();
        records();
        boxes();
        again();
        subtracts();
        adds();
        undoes();
        cuts();
        cutsAtTheBorder();
        takesOver();
        ground();
        options();
        preview();
        labelImage();
        ofAStack();
        renamed();
        corrects();
        closed();
        seen.put("selection", coins.getRoi().getBounds().x);
    }

    /** NB: a window that was just shown may be put elsewhere once more. */
    private void place(Window window, int x, int y) {
        user.waitUntil("window", window::isShowing);
        user.waitUntil(
                "place of a window",
                () -> {
                    boolean isThere = window.getX() == x && window.getY() == y;
                    window.setLocation(x, y);
                    return isThere;
                });
    }

    /** The first pick opens the ROI Manager, beside the image. */
    private void managerOpens() {
        // NB: where it is closed it opens again, here on the image.
        place(RoiManager.getInstance(), 640, 170);
        RoiManager.getInstance().close();
        ImagePlus other = coins.duplicate();
        other.deleteRoi();
        other.show();
        place(other.getWindow(), 620, 150);
        user.click(other, 45, 55);
        user.waitUntil("manager", () -> RoiManager.getInstance() != null);
        user.waitUntil("region", () -> RoiManager.getInstance().getCount() == 1);
        Rectangle manager = RoiManager.getInstance().getBounds();
        seen.put("manager.covers", manager.intersects(other.getWindow().getBounds()));
        close(other);
        place(RoiManager.getInstance(), 572, 129);
        RoiManager.getInstance().reset();
        RoiManager.getInstance().addRoi(named("mine", new Roi(3, 4, 5, 6)));
    }

    private void clicks() throws Exception {
        user.click(coins, 45, 55);
        waitForPicks("1");
        user.picture("picker-first");
        seen.put("first.rois", rois());
        seen.put("first.holds", pick(1).contains(45, 55) && !pick(1).contains(3, 3));
    }

    /** The lines that picks add to the recorder find the same objects again. */
    private void records() throws Exception {
        int written = Recorder.getInstance().getText().length();
        int before = RoiManager.getInstance().getCount();
        user.click(coins, 156, 50);
        user.waitUntil("point", () -> RoiManager.getInstance().getCount() == before + 1);
        user.drag(coins, new Rectangle(190, 165, 50, 54));
        user.waitUntil("box", () -> RoiManager.getInstance().getCount() == before + 2);
        String lines = Recorder.getInstance().getText().substring(written);
        seen.put("record", lines.strip().replace("\n", " "));
        RoiManager manager = RoiManager.getInstance();
        Roi[] picked = {manager.getRoi(before), manager.getRoi(before + 1)};
        IJ.selectWindow(coins.getID());
        IJ.runMacro(lines);
        for (int i = 0; i < 2; i++) {
            Point[] again = manager.getRoi(before + 2 + i).getContainedPoints();
            seen.put("record.same" + i, Arrays.equals(picked[i].getContainedPoints(), again));
        }
        for (int i = before + 3; i >= before + 2; i--) {
            manager.select(i);
            manager.runCommand("Delete");
        }
        user.click(coins, 156, 50, KeyEvent.VK_ALT);
        user.click(coins, 216, 193, KeyEvent.VK_ALT);
        user.waitUntil("out", () -> manager.getCount() == before);
    }

    private void pointer() throws Exception {
        user.pointAt(coins, 336, 44);
        user.waitUntil("highlight", () -> ShownOutlines.count(coins) == 2);
        user.picture("picker-highlight");
        seen.put("highlight.kept", coins.getOverlay().size());
        user.pointAt(coins, 372, 8);
        user.waitUntil("no highlight", () -> ShownOutlines.count(coins) == 1);
    }

    private void boxes() throws Exception {
        user.click(coins, 336, 44);
        waitForPicks("1 2");
        user.drag(coins, new Rectangle(190, 165, 50, 54));
        waitForPicks("1 2 3");
        user.picture("picker-box");
        seen.put("box.holds", pick(3).contains(216, 193));
    }

    /** One that is picked is not picked twice. */
    private void again() {
        int written = Recorder.getInstance().getText().length();
        user.click(coins, 216, 193);
        user.waitUntil("3", () -> ImageJ.getStatusBarText().contains("object 3: "));
        seen.put("again.text", isTextOf(pick(3)));
        user.drag(coins, new Rectangle(189, 164, 52, 56));
        user.waitUntil("line", () -> Recorder.getInstance().getText().length() > written);
        seen.put("again.recorded", Recorder.getInstance().getText().substring(written).strip());
        seen.put("again.name", managed("pick0003").equals(pick(3).getName()));
        user.click(coins, 156, 50);
        waitForPicks("1 2 3 4");
        seen.put("again.rois", rois());
    }

    private static boolean isTextOf(Roi outline) {
        String text =
                outline.getContainedPoints().length
                        + " pixels, score "
                        + outline.getName().replaceFirst(".*-", "");
        return ImageJ.getStatusBarText().contains(text);
    }

    /** A region's name in the ROI Manager's list. */
    private static String managed(String start) {
        return Arrays.stream(RoiManager.getInstance().getList().getItems())
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private void subtracts() throws Exception {
        user.click(coins, 336, 44, KeyEvent.VK_ALT);
        waitForPicks("1 3 4");
        user.click(coins, 156, 50, KeyEvent.VK_ALT);
        waitForPicks("1 3");
        user.picture("picker-subtracted");
        seen.put("subtract.rois", rois());
    }

    /** Two coins as one object. */
    private void adds() throws Exception {
        user.click(coins, 336, 44);
        waitForPicks("1 3 4");
        RoiManager.getInstance().rename(3, "largest");
        user.click(coins, 356, 267, KeyEvent.VK_SHIFT);
        user.waitUntil("both", () -> pick(4).contains(356, 267));
        user.picture("picker-added");
        seen.put("add.picks", picks());
        seen.put("add.holds", pick(4).contains(336, 44));
        seen.put("add.name", RoiManager.getInstance().getName(3));
        seen.put("add.managed", RoiManager.getInstance().getRoi(3).contains(356, 267));
    }

    /** What was grown, taken out and picked is as before, in all that tells of it. */
    private void undoes() throws Exception {
        RoiManager manager = RoiManager.getInstance();
        undo("grown", () -> !pick(4).contains(356, 267));
        seen.put("undo.grown", pick(4).contains(336, 44) && !manager.getRoi(3).contains(356, 267));
        user.click(coins, 356, 267, KeyEvent.VK_SHIFT);
        user.waitUntil("both", () -> pick(4).contains(356, 267));
        user.click(coins, 216, 193, KeyEvent.VK_ALT);
        waitForPicks("1 4");
        undo("taken out", () -> picks().equals("1 3 4"));
        seen.put("undo.rois", rois());
        String recorded = Recorder.getInstance().getText();
        user.click(coins, 45, 260);
        waitForPicks("1 3 4 5");
        seen.put("undo.recorded", !Recorder.getInstance().getText().equals(recorded));
        undo("picked", () -> picks().equals("1 3 4"));
        seen.put("undo.unrecorded", Recorder.getInstance().getText().equals(recorded));
        user.picture("picker-undone");
        filterAndUndo();
    }

    /** With Alt a line across a coin makes two of it; one that ends in it does not. */
    private void cuts() throws Exception {
        int whole = pick(1).getContainedPoints().length;
        user.drag(coins, new Rectangle(25, 35, 20, 20), KeyEvent.VK_ALT);
        user.waitUntil("no cut", () -> ImageJ.getStatusBarText().contains("crosses no outlined"));
        user.drag(coins, new Rectangle(25, 35, 40, 40), KeyEvent.VK_ALT);
        waitForPicks("1 3 4 5");
        user.waitUntil(
                "status",
                () -> ImageJ.getStatusBarText().contains("object 1 was cut, object 5 is new"));
        user.picture("picker-cut");
        int first = pick(1).getContainedPoints().length;
        int second = pick(5).getContainedPoints().length;
        seen.put("cut.all", first + second == whole);
        seen.put("cut.halves", second > whole / 3);
        seen.put("cut.rois", rois());
        seen.put("cut.selection", coins.getRoi().getBounds().x);
        user.click(coins, 55, 45);
        user.waitUntil("part", () -> ImageJ.getStatusBarText().contains("is picked"));
        seen.put("cut.again", picks());
        undo("cut", () -> picks().equals("1 3 4"));
        seen.put("cut.whole", pick(1).getContainedPoints().length == whole);
    }

    /** A line from beside the border cuts what touches it. */
    private void cutsAtTheBorder() throws Exception {
        ImagePlus plain = IJ.createImage("border", "8-bit black", 200, 150, 1);
        Roi object = new Roi(50, 0, 60, 60);
        object.setProperty("FastSAM", "pick");
        object.setProperty("Pick", "1");
        plain.setOverlay(new Overlay(object));
        plain.show();
        place(plain.getWindow(), 620, 150);
        plain.setRoi(7, 8, 9, 10);
        plain.deleteRoi();
        user.drag(plain, new Rectangle(70, 1, 20, 80), KeyEvent.VK_ALT);
        user.waitUntil("cut", () -> plain.getOverlay().size() == 2);
        seen.put("border.selection", plain.getRoi() + " " + Roi.getPreviousRoi().getBounds().x);
        user.picture("picker-border");
        seen.put("border.text", ImageJ.getStatusBarText());
        undo("cut", () -> plain.getOverlay().size() == 1);
        close(plain);
    }

    /** Objects whose regions the manager does not have get some, until that is undone. */
    private void takesOver() throws Exception {
        ImagePlus plain = IJ.createImage("found", "8-bit black", 200, 150, 1);
        plain.setOverlay(new Overlay());
        for (int i = 0; i < 3; i++) {
            Roi found = new Roi(10 + 50 * i, 10, 30, 40);
            found.setProperty("FastSAM", "everything");
            plain.getOverlay().add(found);
        }
        plain.show();
        String before = rois();
        ImagePlus image = coins;
        coins = plain;
        chooseInMenu(2);
        user.waitUntil("taken over", () -> picks().equals("1 2 3"));
        seen.put("takes.added", rois().substring(before.length()));
        undo("taken over", () -> picks().isEmpty());
        seen.put("takes.undone", rois().equals(before));
        coins = image;
        close(plain);
    }

    private void undo(String what, BooleanSupplier so) {
        user.press(KeyEvent.VK_Z);
        user.waitUntil("undone: " + what, so);
        user.waitUntil("status", () -> ImageJ.getStatusBarText().contains("undone: "));
    }

    /** What ImageJ did last, ImageJ takes back. */
    private void filterAndUndo() {
        int before = coins.getProcessor().get(45, 55);
        IJ.selectWindow(coins.getID());
        coins.deleteRoi();
        IJ.doCommand("Invert");
        user.waitUntil("inverted", () -> coins.getProcessor().get(45, 55) == 255 - before);
        user.press(KeyEvent.VK_Z);
        user.waitUntil("undone", () -> coins.getProcessor().get(45, 55) == before);
        coins.setRoi(new Roi(1, 2, 3, 4));
        seen.put("undo.filter", picks());
    }

    /** Ground gives nothing, and loses nothing. */
    private void ground() {
        user.click(coins, 100, 5);
        user.click(coins, 156, 50);
        user.waitUntil("next", () -> picks().endsWith("5"));
        seen.put("ground.picks", picks());
    }

    private void options() throws Exception {
        Thread asking = new Thread(() -> Toolbar.getPlugInTool().showOptionsDialog());
        asking.start();
        Dialog dialog = user.dialog(TOOL);
        user.picture("picker-options");
        seen.put(
                "options.stain",
                User.parts(dialog, Choice.class).stream()
                        .map(Choice::getSelectedItem)
                        .anyMatch("none"::equals));
        user.fill(User.field(dialog, "Object diameter"), "99999999999");
        user.click(User.button(dialog, "OK"));
        user.waitUntil("error", () -> !dialog.isShowing() && User.find(TOOL) != null);
        Dialog error = user.dialog(TOOL);
        user.picture("picker-options-error");
        user.click(User.button(error, "OK"));
        user.waitUntil("again", () -> !error.isShowing() && User.find(TOOL) != null);
        Dialog again = user.dialog(TOOL);
        seen.put("options.kept", User.field(again, "Object diameter").getText());
        user.click(User.box(again, "Add to ROI Manager"));
        user.fill(User.field(again, "Object diameter"), "0");
        user.click(User.button(again, "OK"));
        asking.join();
        user.click(coins, 45, 260);
        user.waitUntil("unmanaged", () -> picks().endsWith("6"));
        seen.put("options.rois", rois());
    }

    /** The preview of a dialog stays while the pointer goes over objects. */
    private void preview() throws Exception {
        int before = ShownOutlines.count(coins);
        Roi selection = coins.getRoi();
        coins.deleteRoi();
        IJ.selectWindow(coins.getID());
        IJ.doCommand("Segment Everything...");
        Dialog dialog = user.dialog("Segment Everything");
        user.waitUntil("preview", () -> ShownOutlines.count(coins) > before + 9);
        int shown = ShownOutlines.count(coins);
        user.pointAt(coins, 336, 44);
        user.pause(300);
        seen.put("preview.stays", ShownOutlines.count(coins) == shown);
        user.click(User.button(dialog, "Cancel"));
        user.waitUntil("end", () -> !dialog.isShowing());
        user.waitUntil("overlay", () -> ShownOutlines.count(coins) == before);
        coins.setRoi(selection);
    }

    /** A picked object of an image that was called otherwise then is taken out of the manager. */
    private void renamed() {
        coins.setTitle("renamed.png");
        coins.getWindow().toFront();
        user.click(coins, 45, 55, KeyEvent.VK_ALT);
        user.waitUntil("taken out", () -> !picks().startsWith("1"));
        seen.put("renamed.rois", rois());
        coins.setTitle("coins.png");
    }

    private void chooseInMenu(int item) throws Exception {
        Toolbar bar = Toolbar.getInstance();
        MouseEvent at = new MouseEvent(bar, MouseEvent.MOUSE_PRESSED, 0, 0, 300, 10, 1, true);
        IJ.selectWindow(coins.getID());
        EventQueue.invokeLater(() -> Toolbar.getPlugInTool().showPopupMenu(at, bar));
        user.pause(300);
        user.picture("picker-menu");
        for (int i = 0; i < item; i++) {
            user.press(KeyEvent.VK_DOWN);
        }
        user.press(KeyEvent.VK_ENTER);
    }

    /** What a run found: one out, two as one, and all taken over. */
    private void corrects() throws Exception {
        coins.setOverlay(null);
        coins.deleteRoi();
        RoiManager manager = RoiManager.getInstance();
        manager.reset();
        IJ.runMacro(
                "selectImage("
                        + coins.getID()
                        + "); run(\"Segment Everything...\", \"overlay=true labels=false\");");
        int all = outlines();
        user.click(coins, 336, 44, KeyEvent.VK_ALT);
        user.waitUntil("one out", () -> outlines() == all - 1);
        seen.put("corrects.out", all - manager.getCount());
        user.click(coins, 45, 55);
        waitForPicks("1");
        user.click(coins, 100, 54, KeyEvent.VK_SHIFT);
        user.waitUntil("merged", () -> pick(1).contains(100, 54));
        seen.put("corrects.merged", all - manager.getCount());
        seen.put(
                "corrects.name",
                Arrays.asList(manager.getList().getItems()).toString().contains("pick0001"));
        String before = rois();
        chooseInMenu(2);
        user.waitUntil("taken over", () -> picks().split(" ").length == all - 2);
        user.picture("picker-corrected");
        seen.put("corrects.taken", rois().split("pick0").length - 1 == all - 2);
        seen.put("corrects.overlay", all - outlines());
        undo("taken over", () -> picks().equals("1"));
        seen.put("corrects.undone", rois().equals(before));
        chooseInMenu(2);
        user.waitUntil("taken over again", () -> !picks().equals("1"));
        coins.setRoi(new Roi(1, 2, 3, 4));
    }

    private void labelImage() throws Exception {
        int written = Recorder.getInstance().getText().length();
        chooseInMenu(1);
        ImagePlus labels = labels("coins-labels");
        user.waitUntil("status", () -> ImageJ.getStatusBarText().contains(" picked objects"));
        seen.put("labels.text", ImageJ.getStatusBarText().replaceFirst("\\d+", "N"));
        seen.put(
                "labels.recorded",
                Recorder.getInstance().getText().substring(written).contains("labels"));
        user.picture("picker-labels");
        seen.put(
                "labels.covers",
                labels.getWindow().getBounds().intersects(coins.getWindow().getBounds()));
        seen.put("labels.values", at(labels, 45, 55) + at(labels, 356, 267) + at(labels, 45, 260));
        removedOverlay();
    }

    /** What only the ROI Manager still has is in the label image too; the sixth is not there. */
    private void removedOverlay() throws Exception {
        coins.setOverlay(null);
        chooseInMenu(1);
        ImagePlus labels = labels("coins-labels-1");
        seen.put("labels.managed", at(labels, 45, 55) + at(labels, 356, 267) + at(labels, 45, 260));
        IJ.selectWindow(coins.getID());
        int all = RoiManager.getInstance().getCount();
        user.click(coins, 45, 55);
        waitForPicks("1");
        seen.put("labels.back", RoiManager.getInstance().getCount() - all);
    }

    /** A label image shows the slice and frame that its image showed. */
    private void ofAStack() throws Exception {
        ImagePlus stack = IJ.createHyperStack("stack", 60, 50, 1, 4, 3, 8);
        stack.setOverlay(new Overlay());
        Roi found = new Roi(20, 20, 9, 9);
        found.setPosition(1, 3, 2);
        found.setProperty("FastSAM", "pick");
        found.setProperty("Pick", "1");
        stack.getOverlay().add(found);
        stack.show();
        stack.setPosition(1, 3, 2);
        ImagePlus image = coins;
        coins = stack;
        chooseInMenu(1);
        coins = image;
        ImagePlus labels = labels("stack-labels");
        seen.put("stack.shown", labels.getZ() + " " + labels.getT() + " " + at(labels, 24, 24));
        seen.put("stack.text", ImageJ.getStatusBarText());
        close(labels);
        close(stack);
    }

    /** A search of many tiles ends with its image. */
    private void closed() {
        ImagePlus large = coins.duplicate();
        large.deleteRoi();
        large.setOverlay(null);
        large.setProcessor(large.getProcessor().resize(4000, 3000));
        large.show();
        user.click(large, 2000, 1500);
        user.waitUntil("search", () -> ImageJ.getStatusBarText().contains("Segmenting"));
        close(large);
        user.waitUntil("end", () -> ImageJ.getStatusBarText().contains("canceled"));
        seen.put("closed", "canceled");
    }

    private int outlines() {
        return coins.getOverlay().size();
    }

    private static String at(ImagePlus labels, int x, int y) {
        return labels.getProcessor().get(x, y) + " ";
    }

    private void waitForPicks(String numbers) {
        user.waitUntil(
                "picks " + numbers + ", there were " + picks(), () -> picks().equals(numbers));
    }

    private String picks() {
        Overlay overlay = coins.getOverlay();
        return overlay == null
                ? ""
                : Arrays.stream(overlay.toArray())
                        .map(roi -> roi.getProperty("Pick"))
                        .filter(number -> number != null)
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private Roi pick(int number) {
        return Arrays.stream(coins.getOverlay().toArray())
                .filter(roi -> Integer.toString(number).equals(roi.getProperty("Pick")))
                .findFirst()
                .orElseThrow();
    }

    /** Names in the ROI Manager, without scores. */
    private static String rois() {
        return Arrays.stream(RoiManager.getInstance().getRoisAsArray())
                .map(roi -> roi.getName().replaceFirst("-0\\.\\d\\d$", ""))
                .collect(Collectors.joining("|"));
    }
}
