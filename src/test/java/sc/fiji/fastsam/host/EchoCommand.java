package sc.fiji.fastsam.host;

import ij.IJ;
import ij.ImagePlus;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Multiplies the size of an image: what the bridge is tested with. */
@Plugin(type = Command.class, label = "Echo...")
public final class EchoCommand extends ContextCommand implements Checked, Previewable {

    static Thread lastThread;

    /** Whether the preview of the last run was ended. */
    static boolean ended;

    @Parameter(persist = false)
    private ImagePlus input;

    @Parameter(label = "Factor (times)", persist = false)
    private int factor = 2;

    @Parameter(
            persist = false,
            choices = {"plain", "loud voice"})
    private String manner = "plain";

    @Parameter(persist = false)
    private boolean fail = false;

    @Parameter(persist = false)
    private boolean stop = false;

    @Parameter(type = ItemIO.OUTPUT)
    private ImagePlus output;

    @Override
    public void check() {
        if (factor < 1) {
            throw new IllegalArgumentException("factor must be 1 or more, but was " + factor + ".");
        }
    }

    @Override
    public void preview() {}

    @Override
    public void cancel() {
        ended = true;
    }

    @Override
    public void run() {
        check();
        lastThread = Thread.currentThread();
        if (stop) {
            cancel("Canceled by test.");
            return;
        }
        if (fail) {
            throw new IllegalArgumentException("It was asked to fail.");
        }
        int width = input.getWidth() * factor;
        output = IJ.createImage(manner, "8-bit", width, input.getHeight(), 1);
    }
}
