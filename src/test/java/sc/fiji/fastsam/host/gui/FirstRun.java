package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.Dialog;
import java.util.Arrays;

/** Somebody who has just installed FastSAM, and has no image open. */
final class FirstRun {

    private static final String COMMAND = "Segment Everything...";

    private FirstRun() {}

    /** Clicks on the menu entry (by its name here) and on one button in each of two dialogs. */
    static void play(User user, Seen seen) throws Exception {
        while (WindowManager.getCurrentImage() != null) {
            Session.close(WindowManager.getCurrentImage());
        }
        refuse(user, seen);
        IJ.doCommand(COMMAND);
        Dialog offer = user.dialog("FastSAM");
        user.picture("offer");
        user.click(User.button(offer, "Open Sample Image"));
        user.click(User.button(user.dialog("Segment Everything"), "OK"));
        user.waitUntil("labels", () -> WindowManager.getImage("nuclei-labels") != null);
        user.picture("first-run");
        ImagePlus labels = WindowManager.getImage("nuclei-labels");
        seen.put("sample.objects", (int) Session.max(labels));
        String[] lines = Recorder.getInstance().getText().strip().split("\n");
        seen.put("sample.recorded", String.join(" ", Arrays.asList(lines).subList(0, 2)));
    }

    private static void refuse(User user, Seen seen) {
        Recorder.getInstance().close();
        new Recorder(false);
        IJ.doCommand(COMMAND);
        Dialog offer = user.dialog("FastSAM");
        user.click(User.button(offer, "Cancel"));
        user.waitUntil("end", () -> !offer.isShowing());
        seen.put("offer.images", WindowManager.getImageCount());
    }
}
