package sc.fiji.fastsam.batch;

import java.io.IOException;
import sc.fiji.fastsam.segment.Progress;

/** What a run does with one file. */
@FunctionalInterface
public interface FileTask {

    /**
     * Takes a file from its image to its results.
     *
     * @throws IOException if it cannot be read or its results not be written
     * @throws java.util.concurrent.CancellationException if the progress was canceled
     */
    FileOutcome run(InputFile input, Progress progress) throws IOException;
}
