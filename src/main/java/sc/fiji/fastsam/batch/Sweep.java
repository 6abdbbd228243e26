package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sc.fiji.fastsam.batch.journal.Claim;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.batch.journal.Journal;
import sc.fiji.fastsam.batch.report.FileStatus;

/**
 * One way through the files of a run, some at the same time. Each is taken by a claim; one that
 * another process has is looked at again at the end: either it is done then, or it is free because
 * that process died.
 */
final class Sweep {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final String CHANGED =
            "the file was changed while it was done: give the command again when nobody writes it";

    private final List<InputFile> inputs;
    private final FileWork work;
    private final Journal journal;
    private final Resumption resumption;
    private final BatchListener listener;
    private final int atOnce;
    private final Room room = new Room();
    private final Queue<Integer> elsewhere = new ConcurrentLinkedQueue<>();
    private final InOrder outcomes;

    /**
     * @param atOnce files that are done at the same time
     */
    Sweep(
            List<InputFile> inputs,
            FileWork work,
            Journal journal,
            Resumption resumption,
            BatchListener listener,
            int atOnce) {
        this.inputs = inputs;
        this.work = work;
        this.journal = journal;
        this.resumption = resumption;
        this.listener = listener;
        this.atOnce = atOnce;
        this.outcomes = new InOrder(inputs.size(), listener);
    }

    /**
     * Does the files.
     *
     * @throws IOException if the journal cannot be read
     */
    BatchReport run() throws IOException {
        Crew.run(inputs.size(), atOnce, this::attempt);
        while (!elsewhere.isEmpty()) {
            int before = elsewhere.size();
            attempt(elsewhere.remove());
            if (elsewhere.size() == before) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        journal.refresh();
        return new BatchReport(atEnd(outcomes.all()));
    }

    private List<FileOutcome> atEnd(List<FileOutcome> all) {
        List<FileOutcome> last = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            FileOutcome outcome = resumption.atEnd(inputs.get(i), all.get(i));
            if (outcome != all.get(i)) {
                listener.end(outcome);
            }
            last.add(outcome);
        }
        return last;
    }

    private void attempt(int index) throws IOException {
        InputFile input = inputs.get(index);
        Optional<FileOutcome> outcome = resumption.kept(input);
        if (outcome.isEmpty()) {
            outcome = isCanceled() ? Optional.of(canceled(input, index)) : take(input, index);
        }
        if (outcome.isPresent()) {
            outcomes.end(index, outcome.get());
        } else {
            outcomes.postpone(index);
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
        outcomes.begin(input, index);
        FileState before = input.state();
        FileOutcome outcome = resumption.refused(input).orElseGet(() -> run(input));
        // NB: labels inside an image may change its metadata, which is no change of the image.
        FileState state = resumption.changesInputs() ? input.state() : before;
        if (outcome.status() == FileStatus.CANCELED) {
            return outcome;
        }
        outcome = resumption.noteEarlier(input, state, outcome);
        if (!input.state().equals(state)) {
            outcome = outcome.withNote(CHANGED);
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

    private FileOutcome run(InputFile input) {
        return atOnce == 1
                ? work.run(input, listener, 1)
                : room.run(
                        input.path().toFile(),
                        () -> work.run(input, listener, atOnce),
                        () -> work.run(input, listener, 1));
    }

    private FileOutcome canceled(InputFile input, int index) {
        outcomes.begin(input, index);
        return FileOutcome.canceled(input);
    }

    private boolean isCanceled() {
        return listener.isCanceled() || Thread.currentThread().isInterrupted();
    }
}
