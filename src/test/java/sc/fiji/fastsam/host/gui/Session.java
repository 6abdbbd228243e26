package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import java.awt.Frame;
import java.io.File;
import java.util.Arrays;

/**
 * A user of one command in plain ImageJ with windows; prints what is seen as "name=value" lines.
 * Runs in a process of its own, without our classes on its class path.
 */
abstract class Session {

    final Seen seen = new Seen();
    final User user;
    final String image;
    private final String command;

    /** Arguments: folder for pictures, image file of the coins. */
    Session(String command, String[] arguments) throws Exception {
        this.command = command;
        this.user = new User(new File(arguments[0]));
        this.image = arguments[1];
    }

    /** What the user does once ImageJ, the coins, the ROI Manager and the recorder are there. */
    abstract void act(ImagePlus coins) throws Exception;

    /** Acts, prints what was seen, and ends the process. */
    final void play() throws Exception {
        try {
            act(open());
            seen.put("end", "reached");
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            user.picture("failure");
        }
        seen.print();
        Runtime.getRuntime().halt(0);
    }

    private ImagePlus open() {
        ImageJ ij = new ImageJ();
        user.waitUntil("ImageJ", ij::isShowing);
        IJ.open(image);
        ImagePlus coins = IJ.getImage();
        coins.getWindow().setLocation(30, 120);
        new RoiManager().addRoi(named("mine", new Roi(3, 4, 5, 6)));
        new Recorder(false).setLocation(700, 560);
        return coins;
    }

    static Roi named(String name, Roi roi) {
        roi.setName(name);
        return roi;
    }

    /** The command's first line in the recorder, or nothing. */
    final String recorded() {
        return Arrays.stream(Recorder.getInstance().getText().split("\n"))
                .filter(line -> line.contains(command))
                .findFirst()
                .orElse("");
    }

    /** The command's last line in the recorder, or nothing. */
    final String lastRecorded() {
        return Arrays.stream(Recorder.getInstance().getText().split("\n"))
                .filter(line -> line.contains(command))
                .reduce("", (first, second) -> second);
    }

    final ImagePlus labels(String title) {
        user.waitUntil(title, () -> WindowManager.getImage(title) != null);
        return WindowManager.getImage(title);
    }

    /** The window of a title that is showing, or null. */
    static Frame frame(String title) {
        return Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && title.equals(frame.getTitle()))
                .findFirst()
                .orElse(null);
    }

    /** Number of rows of an open table, 0 where there is none. */
    static int rows(String title) {
        ResultsTable table = ResultsTable.getResultsTable(title);
        return table == null ? 0 : table.size();
    }

    static short[] pixels(ImagePlus labels) {
        return (short[]) labels.getProcessor().getPixels();
    }

    static double max(ImagePlus labels) {
        return labels.getProcessor().getStats().max;
    }

    static void close(ImagePlus imp) {
        imp.changes = false;
        imp.close();
    }
}
