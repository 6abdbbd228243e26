package sc.fiji.fastsam.host;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.HeadlessException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;

/**
 * Records the run, then shows a command's images on the calling thread, the last one as the active
 * one, and appends its tables to ImageJ's Results. All outputs are resolved, so that no other step
 * shows them again.
 */
final class OutputDisplay extends AbstractPostprocessorPlugin {

    @Override
    public void process(Module module) {
        record(module);
        for (ModuleItem<?> output : module.getInfo().outputs()) {
            Object value = module.getOutput(output.getName());
            if (value instanceof ImagePlus image) {
                show(image);
            } else if (value instanceof ResultsTable table) {
                Results.append(table);
            }
            module.resolveOutput(output.getName());
        }
    }

    /**
     * NB: before anything is shown. A window that opens writes a line of its own to the recorder,
     * which would stand before the line that makes the window.
     */
    private static void record(Module module) {
        String command = Recorder.getCommand();
        if (!IJ.recording() || command == null) {
            return;
        }
        Recorder.setCommand(command);
        OptionRecorder.record(module);
        Recorder.saveCommand();
    }

    private static void show(ImagePlus image) {
        if (WindowManager.getImage(image.getID()) != null) {
            return;
        }
        try {
            // NB: an image that is shown clears the status line, which has the command's last word.
            image.show(ImageJ.getStatusBarText());
        } catch (HeadlessException e) {
            WindowManager.setTempCurrentImage(image);
        }
    }
}
