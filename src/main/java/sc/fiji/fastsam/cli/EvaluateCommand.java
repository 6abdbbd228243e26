package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.fastsam.batch.InputGuard;
import sc.fiji.fastsam.evaluate.EvaluationReport;
import sc.fiji.fastsam.evaluate.FolderEvaluation;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.StagedFiles;

/** {@code fastsam evaluate}: label images against their truth. */
@Command(
        name = "evaluate",
        addMethodSubcommands = false,
        sortOptions = false,
        description = "Compares label images with the truth, image by image and pooled.",
        customSynopsis = "fastsam evaluate --truth DIR --predicted DIR [--csv FILE]",
        footerHeading = "%n",
        footer = {
            "Label images have one value an object and 0 elsewhere, in 8, 16 or 32 bit. Partners"
                    + " have the same name but for the ending, in the same subfolder; of a folder that"
                    + " fastsam segment wrote the -labels files count. Objects are matched one to one; AP(t) = TP / (TP + FP"
                    + " + FN) where a match needs an IoU of at least t.",
            "",
            "Example:",
            "  fastsam segment images/ --out results --write labels",
            "  fastsam evaluate --truth labels/ --predicted results --csv scores.csv"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "DIR",
            description = "Folder of label images that are right.")
    private Path truth;

    @Option(
            names = "--predicted",
            required = true,
            paramLabel = "DIR",
            description = "Folder of label images to judge, as fastsam segment writes them.")
    private Path predicted;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the scores, with AP at 0.50, 0.55 ... 0.95, to this file.")
    private Path csv;

    private final Console console;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List.of(truth, predicted).forEach(this::checkFolder);
        checkCsv();
        FolderEvaluation evaluation = FolderEvaluation.of(truth, predicted, ImageFiles::open);
        evaluation.problems().forEach(console::complain);
        boolean isPrinted = console.prints(EvaluationReport.table(evaluation));
        if (csv != null) {
            writeCsv(evaluation);
        }
        return isPrinted && evaluation.problems().isEmpty()
                ? ExitCodes.DONE
                : ExitCodes.SOME_FAILED;
    }

    private void checkFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), folder + " is no folder. Name a folder of label images.");
        }
    }

    private void checkCsv() throws IOException {
        if (csv == null) {
            return;
        }
        InputGuard guard = new InputGuard(FolderEvaluation.inputs(truth, predicted));
        try {
            guard.check("--csv", csv);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void writeCsv(FolderEvaluation evaluation) throws IOException {
        Leftovers.remove(List.of(csv));
        try (StagedFiles files = new StagedFiles()) {
            files.write(
                    csv,
                    out -> {
                        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        EvaluationReport.writeCsv(evaluation, writer);
                        writer.flush();
                    });
            files.commit();
        }
    }
}
