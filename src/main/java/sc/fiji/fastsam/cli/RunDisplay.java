package sc.fiji.fastsam.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.batch.BatchListener;
import sc.fiji.fastsam.batch.BatchReport;
import sc.fiji.fastsam.batch.FileOutcome;
import sc.fiji.fastsam.batch.FileStatus;
import sc.fiji.fastsam.batch.InputFile;
import sc.fiji.fastsam.batch.ReportFiles;

/**
 * Tells a person how a run goes: a line a file on standard output, notes and failures on standard
 * error, and a progress bar where somebody watches.
 */
final class RunDisplay implements BatchListener, AutoCloseable {

    private final Console console;
    private final BooleanSupplier canceled;
    private ProgressLine progress = ProgressLine.NONE;
    private int ended;

    RunDisplay(Console console, BooleanSupplier canceled) {
        this.console = console;
        this.canceled = canceled;
    }

    @Override
    public void begin(InputFile input, int index, int total) {
        if (index == 0 && console.isTerminal()) {
            progress = ProgressLine.ofTerminal(total);
        }
        progress.show(index, input.path().getFileName().toString());
    }

    @Override
    public void update(int done, int total, String task) {
        progress.detail(total > 1 ? task + " " + done + "/" + total : task);
    }

    @Override
    public boolean isCanceled() {
        return canceled.getAsBoolean();
    }

    @Override
    public void end(FileOutcome outcome) {
        progress.clear();
        progress.show(++ended, "");
        if (outcome.status() == FileStatus.DONE) {
            console.out().println(line(outcome));
            outcome.notes().forEach(note -> console.complain(outcome.input() + ": " + note + "."));
        } else {
            outcome.failure().ifPresent(failure -> complain(outcome, failure));
        }
    }

    @Override
    public void close() {
        progress.close();
    }

    /** Says what became of the run. */
    void conclude(BatchReport report, Path folder) {
        progress.close();
        progress = ProgressLine.NONE;
        int canceled = report.count(FileStatus.CANCELED);
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d of %d files done, %d failed%s, %d objects; report: %s%n",
                        report.count(FileStatus.DONE),
                        report.outcomes().size(),
                        report.count(FileStatus.FAILED),
                        canceled == 0 ? "" : ", " + canceled + " canceled",
                        report.objects(),
                        folder.resolve(ReportFiles.NAMES.get(0)));
    }

    private void complain(FileOutcome outcome, Throwable failure) {
        console.complain(outcome.input() + ": " + outcome.error());
        console.trace(failure);
    }

    private static String line(FileOutcome outcome) {
        double seconds =
                outcome.milliseconds().values().stream().mapToDouble(Double::doubleValue).sum()
                        / 1000;
        String names = String.join(", ", outcome.written().stream().map(Path::toString).toList());
        return String.format(
                Locale.ROOT,
                "%s: %d objects%s in %.2f s -> %s",
                outcome.input(),
                outcome.objects(),
                outcome.objects() == 0
                        ? ""
                        : outcome.sizes().map(sizes -> ", " + sizes.phrase() + ",").orElse(""),
                seconds,
                names);
    }
}
