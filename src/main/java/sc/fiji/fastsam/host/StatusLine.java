package sc.fiji.fastsam.host;

import ij.IJ;

/** ImageJ's status and progress bars. */
public final class StatusLine {

    private StatusLine() {}

    /** Ends the progress bar. */
    public static void clear() {
        IJ.showProgress(1, 1);
    }

    /** Says how a run ended. */
    public static void show(String text) {
        IJ.showStatus("FastSAM: " + text);
    }
}
