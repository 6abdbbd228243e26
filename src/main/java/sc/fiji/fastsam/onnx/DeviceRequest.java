package sc.fiji.fastsam.onnx;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.Settings;

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

    /**
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    public DeviceRequest {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(gpuNatives, "gpuNatives");
        NetworkKeys.THREADS.check(threads);
    }

    /** What the settings say of devices. */
    public static DeviceRequest of(Settings settings) {
        return new DeviceRequest(
                settings.get(NetworkKeys.DEVICE),
                settings.get(NetworkKeys.THREADS),
                settings.get(NetworkKeys.GPU_NATIVES));
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

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceRequest r
                && device == r.device
                && threads == r.threads
                && gpuNatives.equals(r.gpuNatives);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * device.hashCode() + threads) + gpuNatives.hashCode();
    }
}
