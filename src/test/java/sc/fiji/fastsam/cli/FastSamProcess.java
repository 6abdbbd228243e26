package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the command line as a user does: in a process of its own. */
final class FastSamProcess {

    private FastSamProcess() {}

    /**
     * What a process gave.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    record Result(int code, String out, String err) {

        /** Lines of standard error. */
        List<String> errors() {
            return err.lines().toList();
        }

        /** Checks the exit code; shows the output where it is another. */
        Result expect(int expected) {
            assertEquals(expected, code, () -> "out: " + out + "\nerr: " + err);
            return this;
        }
    }

    /** Runs {@code fastsam} with arguments; each is turned to text. */
    static Result run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = java();
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return start(command);
    }

    /** Likewise, in a language whose digits are not 0 to 9: Arabic. */
    static Result runInArabic(Object... arguments) throws IOException, InterruptedException {
        List<String> command = java();
        command.addAll(1, List.of("-Duser.language=ar", "-Duser.country=EG"));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return start(command);
    }

    /** Likewise, with no file growing beyond a size, as on a full disk. Needs a POSIX shell. */
    static Result runOnFullDisk(int blocks, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(java());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return start(command);
    }

    /** Likewise, with a standard output that takes nothing. Needs Linux. */
    static Result runWithFullOutput(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" >/dev/full", "sh"));
        command.addAll(java());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return start(command);
    }

    /** Starts it and does not wait; what it prints goes nowhere. */
    static Process begin(Object... arguments) throws IOException {
        List<String> command = java();
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> java() {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "sc.fiji.fastsam.cli.Main"));
    }

    private static Result start(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("fastsam", ".out");
        Path err = Files.createTempFile("fastsam", ".err");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            process.getOutputStream().close();
            int code = process.waitFor();
            return new Result(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
