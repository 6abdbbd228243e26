package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import sc.fiji.fastsam.io.MemoryNeed;

/** Entry of the command line. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // NB: before the first touch of AWT; ImageJ's classes touch it.
        System.setProperty("java.awt.headless", "true");
        Console console = Console.ofSystem();
        if (!Arrays.asList(args).contains("--debug")) {
            Console.silenceLibraries();
        }
        int code = run(console, args);
        removeUselessArchive();
        console.out().flush();
        console.err().flush();
        // NB: ImageJ's filters leave threads that would keep the process alive.
        System.exit(code);
    }

    /**
     * NB: where the archive of classes that the launcher names does not fit, as after an update of
     * Java, Java goes on without any. Without the file the next run makes another.
     */
    private static void removeUselessArchive() {
        String archive = System.getProperty("fastsam.classes", "");
        if (!archive.isEmpty() && !System.getProperty("java.vm.info", "").contains("sharing")) {
            try {
                Files.deleteIfExists(Path.of(archive));
            } catch (IOException e) {
                // NB: it stays, and costs the time that it should save.
                return;
            }
        }
    }

    private static String sentence(Error e) {
        return e instanceof OutOfMemoryError
                ? MemoryNeed.shortage()
                : e + ". Run it again with --debug and report it.";
    }

    private static int run(Console console, String... args) {
        try {
            return FastSamCommand.execute(console, args);
        } catch (Error e) {
            // NB: with the libraries silenced, nobody else would tell.
            console.trace(e);
            console.complain("cannot go on: " + sentence(e));
            return ExitCodes.SOME_FAILED;
        }
    }
}
