package sc.fiji.fastsam.batch;

import sc.fiji.fastsam.concurrent.Progress;

/**
 * Told how far a run is; the progress is that within a file, and comes from the file's own thread.
 * All else is called on the run's thread.
 */
public interface BatchListener extends Progress {

    /** The run begins; so much of it is done already. */
    default void plan(RunPlan plan) {}

    /**
     * A file is begun; not said of one that need not be done.
     *
     * @param input the file
     * @param index its place in the run, counted from 0
     * @param total number of files
     */
    void begin(InputFile input, int index, int total);

    /** A file is done, by this run or before, has failed or was canceled. */
    void end(FileOutcome outcome);
}
