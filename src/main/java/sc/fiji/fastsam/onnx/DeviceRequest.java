package sc.fiji.fastsam.onnx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which device is asked for.
 *
 * @param device by name, or {@link Device#AUTO}
 * @param threads of the processor; 0 = automatic
 * @param gpuNatives folder with ONNX Runtime's GPU libraries
 */
public record DeviceRequest(Device device, int threads, Optional<Path> gpuNatives) {

    /** The fastest device that works. */
    public static final DeviceRequest AUTO = new DeviceRequest(Device.AUTO, 0, Optional.empty());
}
