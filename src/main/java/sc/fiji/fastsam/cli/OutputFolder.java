package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import sc.fiji.fastsam.io.IoReasons;

/** The folder that {@code --out} names. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * Makes the folder and tries to write into it, so that hours of work do not end in an error.
     *
     * @throws ParameterException if that fails
     */
    static void prepare(Path folder, CommandSpec spec) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".fastsam", ".part"));
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "cannot write into --out "
                            + folder
                            + ": "
                            + IoReasons.of(e)
                            + ". Choose a folder that you may write to.",
                    e);
        }
    }
}
