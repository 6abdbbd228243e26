package sc.fiji.fastsam.host;

import ij.Executer;
import ij.IJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;
import org.scijava.module.Module;

/** Where no image is open: a dialog that opens one that comes with FastSAM. */
final class SampleOffer {

    static final String TITLE = "FastSAM";
    static final String OPEN = "Open Sample Image";

    private SampleOffer() {}

    /**
     * Asks, and opens the image; does nothing where an image is open, headless, in a macro, or for
     * a command without a sample.
     *
     * @throws CancellationException if the user wants none
     */
    static void make(Module module) {
        String sample =
                module.getDelegateObject() instanceof Bridged command ? command.sample() : "";
        if (sample.isEmpty()
                || GraphicsEnvironment.isHeadless()
                || IJ.isMacro()
                || WindowManager.getCurrentImage() != null) {
            return;
        }
        GenericDialog dialog = new GenericDialog(TITLE);
        dialog.addMessage(
                "There is no image open.\n \nOpen yours, then choose "
                        + module.getInfo().getTitle()
                        + " again.\nOr try it on an image that comes with FastSAM.");
        dialog.setOKLabel(OPEN);
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            throw new CancellationException("There is no image open.");
        }
        open(sample);
    }

    /**
     * Runs the sample's menu entry. NB: not by IJ.run, after which the recorder takes this thread
     * for a macro's; and the recorder takes the entry for all that the user chose.
     */
    private static void open(String entry) {
        String command = Recorder.getCommand();
        new Executer(entry).run();
        if (IJ.recording()) {
            Recorder.setCommand(command);
        }
    }
}
