package sc.fiji.fastsam.command;

import ij.IJ;

/** ImageJ's status and progress bars. */
final class StatusLine {

    private StatusLine() {}

    /** Ends the progress bar. */
    static void clear() {
        IJ.showProgress(1, 1);
    }

    /** Says how a run ended. */
    static void show(String text) {
        IJ.showStatus("FastSAM: " + text);
    }
}
