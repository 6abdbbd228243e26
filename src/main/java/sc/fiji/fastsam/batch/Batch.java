package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.batch.journal.Journal;
import sc.fiji.fastsam.batch.journal.JournalRun;
import sc.fiji.fastsam.batch.journal.Recipe;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.io.Leftovers;

/**
 * Segments files, a few at the same time where the options say so. A file that fails is reported
 * and the rest is done; what is written of a file is complete or absent; inputs of any kind are
 * never overwritten. What an earlier run has done is kept, what another process is doing is left to
 * it. An interrupt of the calling thread ends the run as a cancel does.
 */
public final class Batch {

    private final Network network;
    private final BatchSettings settings;

    private Batch(Network network, BatchSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /** A run on a network, which stays open. */
    public Batch(PlaneSegmenter network, BatchSettings settings) {
        this(() -> network, settings);
    }

    /** A run on a network that may still be opening, which stays open. */
    public static Batch opening(Network network, BatchSettings settings) {
        return new Batch(network, settings);
    }

    /** A network that may still be opening. */
    @FunctionalInterface
    public interface Network {

        /**
         * Waits for it.
         *
         * @throws IOException if it cannot be opened
         */
        PlaneSegmenter await() throws IOException;
    }

    /**
     * Segments all files, or those of the run's shard, and writes the report.
     *
     * @param all files, those of other shards too
     * @throws IOException if the network cannot be opened (no results have changed then), or if the
     *     journal or the report cannot be written, or would overwrite an input
     */
    public BatchReport run(List<InputFile> all, BatchListener listener) throws IOException {
        InputGuard guard = guard(all);
        RunSummaries summaries = new RunSummaries(settings);
        summaries.check(guard);
        ForeignResults.checkRunFiles(settings);
        List<InputFile> inputs = ofShard(all);
        removeLeftovers(summaries, inputs);
        Files.createDirectories(settings.folder());
        int atOnce = settings.options().atOnce();
        boolean isFirst = !Files.exists(settings.runFiles().journal());
        ReadAhead first = isFirst ? ReadAhead.of(inputs, atOnce) : ReadAhead.none();
        Recipe recipe = Recipes.of(settings);
        // NB: while the network is opened, as the first line of JSON takes 20 ms.
        String beginning = Journal.lineOf(beginning(all));
        // NB: before anything is changed or made that a run without network would not have.
        FileWork work = new FileWork(network.await(), first, settings, guard);
        try (Journal journal = Journal.open(settings.runFiles())) {
            ForeignResults foreign = ForeignResults.of(inputs, settings, journal, guard);
            Resumption resumption = new Resumption(journal, settings, recipe, guard, foreign);
            RunPlan plan = resumption.plan(inputs, names(all));
            listener.plan(plan);
            if (plan.hasWork()) {
                summaries.remove();
            }
            if (plan.hasWork() || !journal.lastNames().equals(names(all))) {
                journal.begin(
                        foreign.names().isEmpty()
                                ? beginning
                                : Journal.lineOf(beginning(all).withForeign(foreign.names())));
            }
            BatchReport report =
                    new Sweep(inputs, work, journal, resumption, listener, atOnce).run();
            summaries.write(report);
            // NB: also what another process left that was killed meanwhile.
            removeLeftovers(summaries, inputs);
            return report;
        }
    }

    private JournalRun beginning(List<InputFile> all) {
        int shard = settings.options().shard().map(Shard::index).orElse(0);
        int shards = settings.options().shard().map(Shard::count).orElse(0);
        return new JournalRun(Resumption.now(), shard, shards, names(all));
    }

    private static List<String> names(List<InputFile> all) {
        return all.stream().map(InputFile::name).toList();
    }

    private List<InputFile> ofShard(List<InputFile> all) {
        return settings.options()
                .shard()
                .map(shard -> all.stream().filter(file -> shard.holds(file.name())).toList())
                .orElse(all);
    }

    private void removeLeftovers(RunSummaries summaries, List<InputFile> inputs) {
        List<Path> targets = new ArrayList<>(summaries.targets());
        inputs.stream()
                .filter(input -> input.problem().isEmpty())
                .forEach(input -> targets.addAll(settings.targets(input)));
        Leftovers.remove(targets);
    }

    private InputGuard guard(List<InputFile> inputs) throws IOException {
        List<Path> files = new ArrayList<>(settings.otherInputs());
        for (InputFile input : inputs) {
            files.add(input.path());
            files.addAll(input.parts());
        }
        return new InputGuard(files);
    }
}
