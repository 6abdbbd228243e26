package sc.fiji.fastsam.start;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * Every line of {@code plugins.config} names this class; its argument is the class name of a
 * command, or that of another plugin and its argument with a colon between. Where Java is new
 * enough, the argument goes on to the class that runs commands; otherwise a message says what to
 * install, and a macro stops there.
 */
public final class MenuEntry implements PlugIn {

    /** NB: by name and loaded late: an old Java cannot load the class. */
    static final String RUNNER = "sc.fiji.fastsam.host.CommandBridge";

    private static final String TITLE = "FastSAM";

    /**
     * Runs a command or plugin, or says why this Java cannot.
     *
     * @param what name of the command's class, or "plugin's class:argument"
     */
    @Override
    public void run(String what) {
        JavaVersion java = JavaVersion.current();
        if (!java.isEnough()) {
            // NB: an error with a title also stops the macro that asked.
            IJ.error(TITLE, java.advice());
            return;
        }
        try {
            int colon = what.indexOf(':');
            load(colon < 0 ? RUNNER : what.substring(0, colon)).run(what.substring(colon + 1));
        } catch (ReflectiveOperationException | LinkageError e) {
            IJ.error(TITLE, incomplete(e));
        }
    }

    private static PlugIn load(String name) throws ReflectiveOperationException {
        return (PlugIn) Class.forName(name).getDeclaredConstructor().newInstance();
    }

    /** What to do where a class is missing. */
    static String incomplete(Throwable cause) {
        return "The FastSAM jar is incomplete, or two versions of it are installed: "
                + cause
                + "\nRemove every FastSAM_IJ jar from ImageJ's folder plugins, install FastSAM"
                + " again, and start ImageJ again.";
    }
}
