package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;

/** A run in a process of its own, which a test may kill. Needs no network. */
final class ChildRun {

    private ChildRun() {}

    /** Starts one; it says on its standard output "begin NAME" and "end NAME" for each file. */
    static Process start(Path in, Path out) throws IOException {
        return start(List.of(), in, out);
    }

    /**
     * Starts one that may read and write as the permissions of files say, also where the tests run
     * as root, who may do anything; skips the test where that cannot be had.
     */
    static Process startByPermissions(Path in, Path out) throws IOException, InterruptedException {
        List<String> without =
                List.of(
                        "setpriv",
                        "--bounding-set=-dac_override,-dac_read_search",
                        "--inh-caps=-dac_override,-dac_read_search");
        boolean isRoot = System.getProperty("user.name").equals("root");
        if (isRoot) {
            assumeTrue(works(without), "root cannot give up its rights here");
        }
        return start(isRoot ? without : List.of(), in, out);
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(List<String> prefix, Path in, Path out) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildRun.class.getName(),
                        in.toString(),
                        out.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Reads what one says, up to so many lines. */
    static List<String> lines(Process process, int most) throws IOException {
        BufferedReader reader = process.inputReader();
        return reader.lines().limit(most).toList();
    }

    /** The child's own side: folder of images, output folder. */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        BatchSettings settings =
                new BatchSettings(
                        Path.of(args[1]),
                        new FileOutputs(EnumSet.allOf(OutputKind.class)),
                        ImageTask.DEFAULT,
                        Optional.empty());
        List<InputFile> inputs =
                InputFiles.of(List.of(Path.of(args[0])), true, NamePatterns.ALL, true);
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings).run(inputs, new Speaker(out));
        System.exit(report.count(FileStatus.FAILED));
    }

    /**
     * Says what happens.
     *
     * @param out where
     */
    private record Speaker(PrintStream out) implements BatchListener {

        @Override
        public void begin(InputFile input, int index, int total) {
            out.println("begin " + input.name());
        }

        @Override
        public void end(FileOutcome outcome) {
            if (!outcome.earlier()) {
                out.println("end " + outcome.report().name());
            }
        }

        @Override
        public void update(long done, long total, String task) {}

        @Override
        public boolean isCanceled() {
            return false;
        }
    }
}
