package sc.fiji.fastsam.onnx;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the user wants a network to run.
 *
 * @param device by name, or {@link Device#AUTO}
 * @param threads on the CPU; 0 = one a physical core
 * @param gpuNatives folder with ONNX Runtime's GPU libraries, or with (or the path of) its {@code
 *     onnxruntime_gpu} jar; empty = the libraries that come with this software
 */
public record DeviceRequest(Device device, int threads, Optional<Path> gpuNatives) {

    /** The fastest device, automatic threads. */
    public static final DeviceRequest AUTO = new DeviceRequest(Device.AUTO, 0, Optional.empty());

    /** Most threads that make sense. */
    public static final int MAX_THREADS = 1024;

    /**
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    public DeviceRequest {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(gpuNatives, "gpuNatives");
        if (threads < 0 || threads > MAX_THREADS) {
            throw new IllegalArgumentException(
                    "threads must be 0 (automatic) to "
                            + MAX_THREADS
                            + ", but was "
                            + threads
                            + ".");
        }
    }

    /** A device, automatic threads. */
    public static DeviceRequest of(Device device) {
        return new DeviceRequest(device, 0, Optional.empty());
    }

    /** With another number of threads. */
    public DeviceRequest withThreads(int count) {
        return new DeviceRequest(device, count, gpuNatives);
    }

    /** With GPU libraries from a folder. */
    public DeviceRequest withGpuNatives(Path folder) {
        return new DeviceRequest(device, threads, Optional.of(folder));
    }
}
