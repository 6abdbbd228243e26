package sc.fiji.fastsam.host;

import ij.WindowManager;
import ij.plugin.PlugIn;
import java.awt.EventQueue;

/**
 * The menu entry that both hosts know, by a line in {@code plugins.config} whose argument is the
 * class name of a SciJava command. Runs that command on the calling thread: see
 * docs/architecture.md for why.
 */
public final class CommandBridge implements PlugIn {

    /**
     * Runs a command with the macro options of this thread. Afterwards the image that the command
     * gave is the active one. A failure ends in an error message and stops the macro.
     *
     * @param commandClass name of a class that implements {@link org.scijava.command.Command}
     */
    @Override
    public void run(String commandClass) {
        try {
            start(commandClass);
        } catch (LinkageError e) {
            // NB: ImageJ passes over a missing class without a word.
            Failure.tell("FastSAM", Failure.incomplete(e));
        }
    }

    private static void start(String commandClass) {
        Installation.warnOnce();
        MacroOptions options;
        try {
            options = MacroOptions.ofThisThread();
        } catch (IllegalArgumentException e) {
            Failure.report("FastSAM", e, Host.current());
            return;
        }
        Runnable run = () -> new BridgedCommand(Host.current(), commandClass, options).run();
        if (EventQueue.isDispatchThread()) {
            startThread(run);
        } else {
            run.run();
        }
    }

    /** A command must not block the event thread, so there it gets a thread like ImageJ's own. */
    private static void startThread(Runnable run) {
        Thread thread = new Thread(run, "FastSAM");
        WindowManager.setTempCurrentImage(thread, WindowManager.getCurrentImage());
        thread.start();
    }
}
