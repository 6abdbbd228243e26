package sc.fiji.fastsam.onnx;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.fastsam.settings.Device;

/**
 * What a device needs, and which of it is there.
 *
 * @param platform of this JVM
 * @param folders where its libraries are looked for
 */
record DeviceAdvice(Platform platform, List<Path> folders) {

    /** Of this computer. */
    static DeviceAdvice current() {
        Platform platform = Platform.current();
        return new DeviceAdvice(platform, folders(platform, System.getenv()));
    }

    private static List<Path> folders(Platform platform, Map<String, String> environment) {
        boolean windows = platform.system().equals("win");
        String search = environment.getOrDefault(windows ? "PATH" : "LD_LIBRARY_PATH", "");
        Stream<String> usual =
                windows
                        ? Stream.of("C:\\Windows\\System32")
                        : Stream.of(
                                "/usr/local/cuda/lib64",
                                "/usr/lib/x86_64-linux-gnu",
                                "/usr/lib64",
                                "/usr/lib",
                                "/usr/local/lib");
        return Stream.concat(Stream.of(search.split(windows ? ";" : ":")), usual)
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> toPath(folder).stream())
                .toList();
    }

    private static Optional<Path> toPath(String folder) {
        try {
            return Optional.of(Path.of(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Message for a device asked for by name that does not work. */
    String failed(DeviceRequest request, String cause) {
        List<String> steps =
                request.device() == Device.COREML ? coreMl() : nvidia(request.gpuNatives());
        StringBuilder text = new StringBuilder();
        text.append("The device ").append(request.device()).append(" does not work (");
        text.append(cause).append("). It needs:");
        for (int i = 0; i < steps.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
        }
        if (request.device() != Device.COREML) {
            text.append("\nFolders looked through: ").append(folders).append(".");
        }
        return text.append("\nOr choose device auto or cpu.").toString();
    }

    private List<String> coreMl() {
        return List.of("a Mac with Apple silicon; this is " + platform.key() + ".");
    }

    private List<String> nvidia(Optional<Path> gpuNatives) {
        boolean windows = platform.system().equals("win");
        int cuda = gpuNatives.map(folder -> GpuNatives.cuda(platform, folder)).orElse(12);
        List<String> steps = new ArrayList<>();
        steps.add("Windows or Linux on x64; this is " + platform.key() + ".");
        steps.add("an NVIDIA driver: " + found(windows ? "nvcuda.dll" : "libcuda.so.1"));
        steps.add(
                "CUDA "
                        + cuda
                        + ": "
                        + found(windows ? "cudart64_" + cuda + ".dll" : "libcudart.so." + cuda)
                        + ", "
                        + found(windows ? "cublas64_" + cuda + ".dll" : "libcublas.so." + cuda));
        steps.add("cuDNN 9: " + found(windows ? "cudnn64_9.dll" : "libcudnn.so.9"));
        steps.add(libraries(gpuNatives));
        return steps;
    }

    private String libraries(Optional<Path> gpuNatives) {
        String files =
                GpuNatives.REQUIRED.stream()
                        .map(platform::library)
                        .collect(Collectors.joining(", "));
        return "ONNX Runtime's GPU libraries: "
                + gpuNatives.map(folder -> "from " + folder).orElse("no folder was named")
                + ". They are in onnxruntime_gpu-"
                + Natives.version()
                + ".jar (Maven Central, com.microsoft.onnxruntime): put it, or "
                + files
                + " from it, into a folder and name that folder.";
    }

    private String found(String library) {
        return folders.stream()
                .map(folder -> folder.resolve(library))
                .filter(Files::exists)
                .findFirst()
                .map(Path::toString)
                .orElse(library + " was not found");
    }
}
