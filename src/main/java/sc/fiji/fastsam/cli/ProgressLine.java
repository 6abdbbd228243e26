package sc.fiji.fastsam.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar in a terminal's last line, or nothing. */
interface ProgressLine extends AutoCloseable {

    /** Shows nothing. */
    ProgressLine NONE =
            new ProgressLine() {
                @Override
                public void show(int done, String file) {}

                @Override
                public void detail(String text) {}

                @Override
                public void clear() {}

                @Override
                public void close() {}
            };

    /** A bar on standard error. */
    static ProgressLine ofTerminal(int total) {
        return new Bar(total);
    }

    /** So many files are done, this one is begun. */
    void show(int done, String file);

    /** What is being done to the file. */
    void detail(String text);

    /** Makes room for a line of output. */
    void clear();

    @Override
    void close();

    /** The bar. */
    final class Bar implements ProgressLine {

        private static final int WIDTH = 79;

        private final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err));
        private final ProgressBar bar;
        private String file = "";

        private Bar(int total) {
            // NB: a fixed width, so that JLine and its native library are never loaded.
            bar =
                    new ProgressBarBuilder()
                            .setTaskName("fastsam")
                            .setInitialMax(total)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setMaxRenderedLength(WIDTH)
                            .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                            .build();
        }

        @Override
        public void show(int done, String name) {
            file = name;
            bar.stepTo(done);
            detail("");
        }

        @Override
        public void detail(String text) {
            bar.setExtraMessage(text.isEmpty() ? file : file + " " + text);
        }

        @Override
        public void clear() {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
