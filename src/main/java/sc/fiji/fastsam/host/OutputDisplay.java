package sc.fiji.fastsam.host;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;

/**
 * Records the run, then shows a command's images on the calling thread, the last one as the active
 * one, and appends its tables to those of their titles. All outputs are resolved, so that no other
 * step shows them again.
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
                Tables.append(table, title(module, output));
            }
            module.resolveOutput(output.getName());
        }
        arrange(module);
    }

    /** Where a table's rows go: as the command says, else to ImageJ's Results. */
    static String title(Module module, ModuleItem<?> output) {
        return module.getDelegateObject() instanceof Titled command
                ? command.titleOf(output.getName())
                : Tables.RESULTS;
    }

    /**
     * NB: before anything is shown. A window that opens writes a line of its own to the recorder,
     * which would stand before the line that makes the window. The recorder may have been opened,
     * and other commands chosen, while the dialog was there, so its own name of what runs now does
     * not count.
     */
    private static void record(Module module) {
        if (!IJ.recording()) {
            return;
        }
        Recorder.setCommand(module.getInfo().getTitle());
        OptionRecorder.record(module);
        Recorder.saveCommand();
    }

    /** Puts the result of a dialog beside its image, and the ROI Manager where it can be seen. */
    private static void arrange(Module module) {
        if (GraphicsEnvironment.isHeadless() || IJ.isMacro()) {
            return;
        }
        List<Rectangle> placed = new ArrayList<>();
        module.getInputs().values().forEach(input -> add(input, placed));
        if (!placed.isEmpty() && IJ.getInstance() != null) {
            placed.add(IJ.getInstance().getBounds());
        }
        for (Object output : module.getOutputs().values()) {
            if (output instanceof ImagePlus image && image.getWindow() != null) {
                place(image.getWindow(), placed);
            }
        }
        if (!placed.isEmpty()) {
            tables(module).forEach(title -> show(WindowManager.getFrame(title), placed));
            show(WindowManager.getFrame("ROI Manager"), placed);
            show(WindowManager.getFrame("Log"), placed);
        }
    }

    private static List<String> tables(Module module) {
        List<String> titles = new ArrayList<>();
        for (ModuleItem<?> output : module.getInfo().outputs()) {
            if (module.getOutput(output.getName()) instanceof ResultsTable) {
                titles.add(title(module, output));
            }
        }
        return titles;
    }

    /** Moves a window from where others are, and brings it to the front. */
    private static void show(Frame window, List<Rectangle> placed) {
        if (window == null) {
            return;
        }
        if (placed.stream().anyMatch(window.getBounds()::intersects)) {
            place(window, placed);
        } else {
            placed.add(window.getBounds());
        }
        window.toFront();
    }

    private static void add(Object input, List<Rectangle> placed) {
        if (input instanceof ImagePlus image && image.getWindow() != null) {
            placed.add(image.getWindow().getBounds());
        }
    }

    private static void place(Window window, List<Rectangle> placed) {
        if (!placed.isEmpty()) {
            Rectangle place = Placement.beside(placed, window.getSize(), Placement.screen());
            window.setLocation(place.x, place.y);
        }
        placed.add(window.getBounds());
    }

    private static void show(ImagePlus image) {
        if (WindowManager.getImage(image.getID()) != null) {
            return;
        }
        try {
            ResultWindow.show(image);
        } catch (HeadlessException e) {
            WindowManager.setTempCurrentImage(image);
        }
    }
}
