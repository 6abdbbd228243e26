package sc.fiji.fastsam.onnx;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import sc.fiji.fastsam.concurrent.Ahead;
import sc.fiji.fastsam.settings.Device;

/** An NVIDIA card, whose driver is asked for its memory while the network is opened. */
final class CudaCard {

    /**
     * Each run needs a core for its copies. Measured on an H100 with 16 cores: 25 tiles of 1024 x
     * 1024 with all that surrounds them take 183 ms with four at a time, 166 with eight.
     */
    private static final int MOST = 8;

    private static final int USUAL = 4;
    private static final int LEAST = 2;

    /**
     * Memory in MiB that a card needs for itself, and for each run at a time with sessions for
     * three sizes; measured on an H100: 6800 in use with eight.
     */
    private static final int BASE = 2048;

    private static final int EACH = 1024;

    private static final int SECONDS = 3;

    /** Comes with the driver, on the path on Linux and Windows. */
    private static final List<String> COMMAND =
            List.of("nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader,nounits");

    private final Ahead<OptionalInt> memory;

    private CudaCard(Ahead<OptionalInt> memory) {
        this.memory = memory;
    }

    /** The card that a network may be opened on; nothing where only the CPU comes into question. */
    static Optional<CudaCard> ifUsable(Natives natives, DeviceRequest request) {
        return natives.gpuFolder().isPresent() && request.device() != Device.CPU
                ? Optional.of(new CudaCard(Ahead.of(() -> memory(COMMAND))))
                : Optional.empty();
    }

    /** How many runs at a time it is best used by. */
    int runsAtOnce() {
        return runsAtOnce(memory.get(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * Memory of the first card, in MiB, as a command tells it.
     *
     * @return nothing if the command is not there, fails, is late or says something else
     */
    static OptionalInt memory(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return OptionalInt.empty();
            }
            try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
                String line = lines.readLine();
                return line != null && line.strip().matches("\\d{3,7}")
                        ? OptionalInt.of(Integer.parseInt(line.strip()))
                        : OptionalInt.empty();
            }
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /**
     * @param memory of the card, in MiB
     * @param cores that this JVM may use
     */
    static int runsAtOnce(OptionalInt memory, int cores) {
        int fitting = memory.isPresent() ? (memory.getAsInt() - BASE) / EACH : USUAL;
        return Math.max(LEAST, Math.min(MOST, Math.min(fitting, cores / 2)));
    }
}
