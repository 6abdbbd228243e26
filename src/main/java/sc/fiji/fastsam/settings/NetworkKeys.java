package sc.fiji.fastsam.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The network, and where it runs. */
public final class NetworkKeys {

    /** Most threads that make sense. */
    private static final int MAX_THREADS = 1024;

    /** File of the network; empty = the bundled one. */
    public static final Setting<Optional<Path>> MODEL =
            PlainKinds.file("model")
                    .explained(
                            "Model file",
                            "ONNX file of a FastSAM or YOLO-seg network, or an installed model's name.")
                    .in("FILE");

    /** Where the network runs. */
    public static final Setting<Device> DEVICE =
            Setting.choice("device", Device.AUTO)
                    .explained("Device", "Where the network runs; auto = the fastest that works.")
                    .in("DEVICE");

    /** Folder with ONNX Runtime's GPU libraries, which cuda and tensorrt need. */
    public static final Setting<Optional<Path>> GPU_NATIVES =
            PlainKinds.file("gpu_natives")
                    .explained(
                            "GPU libraries",
                            "Folder with ONNX Runtime's GPU libraries, which cuda and tensorrt need.")
                    .in("DIR");

    /** Threads of the processor; 0 = automatic. */
    public static final Setting<Integer> THREADS =
            NumberKind.whole("threads", 0, NumberRange.between(0, MAX_THREADS))
                    .explained(
                            "Threads (0 = automatic)",
                            "Processor threads that the network uses; 0 = one per core.")
                    .in("N");

    /** Folder with CLIP's two encoders; empty = the one that was installed. */
    public static final Setting<Optional<Path>> CLIP =
            PlainKinds.file("clip")
                    .explained(
                            "CLIP folder",
                            "Folder with CLIP's two encoders, used for words; empty = the installed ones.")
                    .in("DIR");

    private NetworkKeys() {}

    /** All, as a manual lists them. */
    public static List<Setting<?>> all() {
        return List.of(MODEL, DEVICE, GPU_NATIVES, THREADS, CLIP);
    }
}
