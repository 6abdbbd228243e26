package sc.fiji.fastsam.onnx;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a network runs. */
public enum Device {
    /** The fastest that works. */
    AUTO,
    /** Processor. */
    CPU,
    /** NVIDIA graphics card. */
    CUDA,
    /** NVIDIA graphics card, with a plan made for each network and size: minutes at first. */
    TENSORRT,
    /** Apple's accelerators. */
    COREML;

    /** "cuda". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All keys, for choices. */
    public static String[] keys() {
        return Arrays.stream(values()).map(Device::key).toArray(String[]::new);
    }

    /**
     * The device of a key, in any case.
     *
     * @throws IllegalArgumentException if there is none; lists them
     */
    public static Device of(String key) {
        for (Device device : values()) {
            if (device.key().equalsIgnoreCase(key.strip())) {
                return device;
            }
        }
        throw new IllegalArgumentException(
                "device must be one of "
                        + Arrays.stream(keys()).collect(Collectors.joining(", "))
                        + ", but was \""
                        + key
                        + "\".");
    }

    @Override
    public String toString() {
        return key();
    }
}
