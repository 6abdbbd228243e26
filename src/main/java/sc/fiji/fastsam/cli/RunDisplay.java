package sc.fiji.fastsam.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;
import sc.fiji.fastsam.batch.BatchListener;
import sc.fiji.fastsam.batch.BatchReport;
import sc.fiji.fastsam.batch.FileOutcome;
import sc.fiji.fastsam.batch.InputFile;
import sc.fiji.fastsam.batch.RunPlan;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.RunFiles;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.OneLine;

/**
 * Tells a person how a run goes: a line a file on standard output, notes and failures on standard
 * error, and a progress bar where somebody watches.
 */
final class RunDisplay implements BatchListener, AutoCloseable {

    private final Console console;
    private final CommandSpec command;
    private final BooleanSupplier canceled;
    private ProgressLine progress = ProgressLine.NONE;
    private int ended;

    /**
     * @param command whose options notes and failures name
     * @param canceled is asked between and within files
     */
    RunDisplay(Console console, CommandSpec command, BooleanSupplier canceled) {
        this.console = console;
        this.command = command;
        this.canceled = canceled;
    }

    @Override
    public void plan(RunPlan plan) {
        say(plan.kept(), "done already; --force does them again");
        String changes = String.join(", ", plan.changes());
        say(plan.otherSettings(), "done again with other settings (" + changes + ")");
        say(plan.otherImages(), "done again, as the images have changed");
        say(plan.lostResults(), "done again, as results are missing or not whole");
        if (!plan.note().isEmpty()) {
            console.complain(plan.note());
        }
        if (plan.unreadableLines() > 0) {
            console.complain(
                    "lines of the journal that are cut off or of another version, and do not count: "
                            + plan.unreadableLines()
                            + ".");
        }
    }

    private void say(int files, String what) {
        if (files > 0) {
            console.out().println(Counted.text(files, "file") + " " + what);
        }
    }

    @Override
    public void begin(InputFile input, int index, int total) {
        if (progress == ProgressLine.NONE && console.isTerminal()) {
            progress = ProgressLine.ofTerminal(total);
        }
        progress.show(index, OneLine.of(input.title()));
    }

    @Override
    public void update(long done, long total, String task) {
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
        if (outcome.status() == FileStatus.DONE && outcome.earlier()) {
            return;
        }
        if (outcome.status() == FileStatus.DONE) {
            console.out().println(OneLine.of(line(outcome)));
            notes(outcome);
        } else if (outcome.status() == FileStatus.FAILED) {
            console.complain(outcome.input() + ": " + names(outcome.error()));
            notes(outcome);
            outcome.failure().ifPresent(console::trace);
        }
    }

    private void notes(FileOutcome outcome) {
        outcome.notes()
                .forEach(note -> console.complain(outcome.input() + ": " + names(note) + "."));
    }

    private String names(String message) {
        return OptionNames.inNote(message, command);
    }

    @Override
    public void close() {
        progress.close();
    }

    /** Says what became of the run. */
    void conclude(BatchReport report, RunFiles files) {
        progress.close();
        progress = ProgressLine.NONE;
        int canceled = report.count(FileStatus.CANCELED);
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d of %d files done, %d failed%s, %s; report: %s%n",
                        report.count(FileStatus.DONE),
                        report.outcomes().size(),
                        report.count(FileStatus.FAILED),
                        canceled == 0 ? "" : ", " + canceled + " canceled",
                        Counted.objects(report.objects()),
                        files.csv());
    }

    private static String line(FileOutcome outcome) {
        double seconds =
                outcome.milliseconds().values().stream().mapToDouble(Double::doubleValue).sum()
                        / 1000;
        String names = String.join(", ", outcome.written().stream().map(Path::toString).toList());
        return String.format(
                Locale.ROOT,
                "%s: %s%s in %.2f s -> %s",
                outcome.input(),
                Counted.objects(outcome.objects()),
                outcome.objects() == 0
                        ? ""
                        : outcome.sizes().map(sizes -> ", " + sizes.phrase() + ",").orElse(""),
                seconds,
                names);
    }
}
