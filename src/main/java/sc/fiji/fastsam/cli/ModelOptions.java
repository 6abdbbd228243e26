package sc.fiji.fastsam.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.Device;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;

/** Options that choose the network and where it runs. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "ONNX file of a FastSAM or YOLO-seg network (default: the one for microscopy"
                            + " that comes with this software).")
    private Path model;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            converter = DeviceChoice.class,
            description =
                    "Where the network runs: auto, cpu, cuda, tensorrt, coreml (default: auto, the"
                            + " fastest that works).")
    private Device device = Device.AUTO;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the CPU; 0 = one a core (default: 0).")
    private int threads;

    @Option(
            names = "--gpu-natives",
            paramLabel = "DIR",
            description =
                    "Folder with ONNX Runtime's GPU libraries, which cuda and tensorrt need; see"
                            + " fastsam info.")
    private Path gpuNatives;

    /** The network's file. */
    ModelFile file() {
        return model == null ? ModelFile.bundled() : ModelFile.of(model);
    }

    /**
     * The device asked for.
     *
     * @throws IllegalArgumentException if the number of threads is out of its range
     */
    DeviceRequest request() {
        return new DeviceRequest(device, threads, Optional.ofNullable(gpuNatives));
    }

    /** Loads the network. */
    NetworkSegmenter open(DeviceRequest request) throws ModelException {
        return NetworkSegmenter.open(NetworkId.of(file(), request));
    }

    private static final class DeviceChoice extends Choices<Device> {
        DeviceChoice() {
            super(Device.class);
        }
    }
}
