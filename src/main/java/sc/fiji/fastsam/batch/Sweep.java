package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sc.fiji.fastsam.batch.journal.Claim;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.batch.journal.Journal;
import sc.fiji.fastsam.batch.report.FileStatus;

/**
 * One way through the files of a run. Each is taken by a claim; one that another process has is
 * looked at again at the end: either it is done then, or it is free because that process died.
 */
final class Sweep {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<InputFile> inputs;
    private final FileWork work;
    private final Journal journal;
    private final Resumption resumption;
    private final BatchListener listener;

    Sweep(
            List<InputFile> inputs,
            FileWork work,
            Journal journal,
            Resumption resumption,
            BatchListener listener) {
        this.inputs = inputs;
        this.work = work;
        this.journal = journal;
        this.resumption = resumption;
        this.listener = listener;
    }

    /**
     * Does the files.
     *
     * @throws IOException if the journal cannot be read
     */
    BatchReport run() throws IOException {
        FileOutcome[] outcomes = new FileOutcome[inputs.size()];
        Deque<Integer> elsewhere = new ArrayDeque<>();
        for (int i = 0; i < outcomes.length; i++) {
            attempt(i, outcomes, elsewhere);
        }
        while (!elsewhere.isEmpty()) {
            int before = elsewhere.size();
            attempt(elsewhere.remove(), outcomes, elsewhere);
            if (elsewhere.size() == before) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return new BatchReport(Arrays.asList(outcomes));
    }

    private void attempt(int index, FileOutcome[] outcomes, Deque<Integer> elsewhere)
            throws IOException {
        InputFile input = inputs.get(index);
        Optional<FileOutcome> outcome = resumption.kept(input);
        if (outcome.isEmpty()) {
            outcome = isCanceled() ? Optional.of(canceled(input, index)) : take(input, index);
        }
        if (outcome.isPresent()) {
            outcomes[index] = outcome.get();
            listener.end(outcome.get());
        } else {
            elsewhere.add(index);
        }
    }

    /** Nothing while another process has the file. */
    private Optional<FileOutcome> take(InputFile input, int index) throws IOException {
        Optional<Claim> claim = journal.claim(input.name());
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        try (Claim held = claim.get()) {
            // NB: another process may have done it since.
            journal.refresh();
            Optional<FileOutcome> done = resumption.kept(input);
            return done.isPresent() ? done : Optional.of(segment(input, index));
        }
    }

    private FileOutcome segment(InputFile input, int index) {
        listener.begin(input, index, inputs.size());
        FileState state = FileState.ofAny(input.path());
        FileOutcome outcome = work.run(input, listener);
        if (outcome.status() == FileStatus.CANCELED) {
            return outcome;
        }
        try {
            resumption.add(input, state, outcome);
            return outcome;
        } catch (IOException e) {
            return outcome.withNote(
                    "not noted in the journal ("
                            + e.getMessage()
                            + "): the next run does it again");
        }
    }

    private FileOutcome canceled(InputFile input, int index) {
        listener.begin(input, index, inputs.size());
        return FileOutcome.canceled(input);
    }

    private boolean isCanceled() {
        return listener.isCanceled() || Thread.currentThread().isInterrupted();
    }
}
