package sc.fiji.fastsam.cli;

import sc.fiji.fastsam.concurrent.Progress;

/** Shows how a download or import goes where a person watches, and ends it at Ctrl-C. */
final class ModelWork implements Progress, AutoCloseable {

    private static final int PERCENT = 100;

    private final Interruption interruption = new Interruption();
    private final ProgressLine progress;

    ModelWork(Console console) {
        progress = console.isTerminal() ? ProgressLine.ofTerminal(PERCENT) : ProgressLine.NONE;
    }

    @Override
    public void update(long done, long total, String task) {
        progress.show(total == 0 ? 0 : (int) (done * PERCENT / total), task);
    }

    @Override
    public boolean isCanceled() {
        return interruption.getAsBoolean();
    }

    @Override
    public void close() {
        progress.clear();
        progress.close();
        interruption.close();
    }
}
