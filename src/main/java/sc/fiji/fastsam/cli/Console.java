package sc.fiji.fastsam.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import sc.fiji.fastsam.settings.OneLine;

/** Where the command line writes: facts to standard output, warnings and errors to the other. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private boolean debug;

    /**
     * A console.
     *
     * @param out for facts; flushes at each line
     * @param err for warnings and errors; flushes at each line
     * @param terminal true when a person watches
     */
    Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The console of this process. */
    static Console ofSystem() {
        // NB: System.console() is null as soon as either end is redirected.
        return new Console(
                writer(FileDescriptor.out), writer(FileDescriptor.err), System.console() != null);
    }

    /** Drops what libraries print to {@code System.out} and {@code System.err}. */
    static void silenceLibraries() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** True when a person watches. */
    boolean isTerminal() {
        return terminal;
    }

    /** Stack traces are wanted. */
    void setDebug(boolean debug) {
        this.debug = debug;
    }

    /** Writes an error or warning, in one line, with the program's name before it. */
    void complain(String message) {
        err.println("fastsam: " + OneLine.of(message).strip());
    }

    /** Prints facts that are nowhere else; false, and an error, where that cannot be done. */
    boolean prints(String facts) {
        out.print(facts);
        boolean isPrinted = !out.checkError();
        if (!isPrinted) {
            complain("standard output takes no more, so that what was to be printed is lost.");
        }
        return isPrinted;
    }

    /** Prints a stack trace if they are wanted. */
    void trace(Throwable failure) {
        if (debug) {
            failure.printStackTrace(err);
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        String encoding =
                System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }
}
