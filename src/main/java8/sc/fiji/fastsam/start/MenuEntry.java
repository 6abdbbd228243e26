package sc.fiji.fastsam.start;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * Every line of {@code plugins.config} names this class; its argument is the class name of a
 * command. Where Java is new enough, the argument goes on to the class that runs commands;
 * otherwise a message says what to install, and a macro stops there.
 */
public final class MenuEntry implements PlugIn {

    /** NB: by name and loaded late: an old Java cannot load the class. */
    static final String RUNNER = "sc.fiji.fastsam.host.CommandBridge";

    private static final String TITLE = "FastSAM";

    /**
     * Runs a command, or says why this Java cannot.
     *
     * @param commandClass name of the command's class
     */
    @Override
    public void run(String commandClass) {
        JavaVersion java = JavaVersion.current();
        if (!java.isEnough()) {
            // NB: an error with a title also stops the macro that asked.
            IJ.error(TITLE, java.advice());
            return;
        }
        try {
            load(RUNNER).run(commandClass);
        } catch (ReflectiveOperationException | LinkageError e) {
            IJ.error(TITLE, incomplete(e));
        }
    }

    private static PlugIn load(String name) throws ReflectiveOperationException {
        return (PlugIn) Class.forName(name).getDeclaredConstructor().newInstance();
    }

    private static String incomplete(Throwable cause) {
        return "The FastSAM jar is incomplete, or two versions of it are installed: "
                + cause
                + "\nRemove every FastSAM_IJ jar from ImageJ's folder plugins, install FastSAM"
                + " again, and start ImageJ again.";
    }
}
