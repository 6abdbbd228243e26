package sc.fiji.fastsam.host.gui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A display without a screen (Xvfb). */
final class Display implements AutoCloseable {

    private final Process server;
    private final String name;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** True where Xvfb is installed. */
    static boolean isAvailable() {
        try {
            Process which = new ProcessBuilder("which", "Xvfb").start();
            return which.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Display open() throws IOException {
        List<String> command =
                List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1366x768x24",
                        "-nolisten",
                        "tcp");
        Process server =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        return new Display(server, ":" + reader.readLine());
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
