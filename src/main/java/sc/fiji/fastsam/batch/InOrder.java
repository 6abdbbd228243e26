package sc.fiji.fastsam.batch;

import java.util.Arrays;
import java.util.List;

/**
 * Outcomes of files that end in any order, told in the files' order: one that ends early waits for
 * those before it. Thread-safe; the listener is called by one thread at a time.
 */
final class InOrder {

    private final BatchListener listener;
    private final FileOutcome[] outcomes;
    private final boolean[] later;
    private int told;

    InOrder(int files, BatchListener listener) {
        this.listener = listener;
        this.outcomes = new FileOutcome[files];
        this.later = new boolean[files];
    }

    /** A file is begun. */
    synchronized void begin(InputFile input, int index) {
        listener.begin(input, index, outcomes.length);
    }

    /** A file's outcome is not known yet; those after it do not wait for it. */
    synchronized void postpone(int index) {
        later[index] = true;
        tell();
    }

    /** A file has ended. */
    synchronized void end(int index, FileOutcome outcome) {
        outcomes[index] = outcome;
        if (later[index]) {
            listener.end(outcome);
        }
        tell();
    }

    private void tell() {
        while (told < outcomes.length && (later[told] || outcomes[told] != null)) {
            if (!later[told]) {
                listener.end(outcomes[told]);
            }
            told++;
        }
    }

    /** Of all files, in their order. */
    synchronized List<FileOutcome> all() {
        return Arrays.asList(outcomes);
    }
}
