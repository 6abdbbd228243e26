package sc.fiji.fastsam.settings;

import java.util.Locale;

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

    @Override
    public String toString() {
        return key();
    }
}
