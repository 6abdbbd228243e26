package sc.fiji.fastsam.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds ONNX Runtime's GPU libraries where the user says they are. Everything is checked before any
 * is loaded, because a JVM cannot try twice.
 */
final class GpuNatives {

    /** Libraries without which CUDA cannot be tried. */
    static final List<String> REQUIRED =
            List.of(
                    "onnxruntime",
                    "onnxruntime4j_jni",
                    "onnxruntime_providers_shared",
                    "onnxruntime_providers_cuda");

    /** Takes a jar to a folder with its libraries. */
    interface Unpacker {
        Path unpack(Path jar) throws IOException;
    }

    private final Platform platform;
    private final Unpacker cache;
    private final String version;

    /**
     * @param version that the libraries must have; empty = any
     */
    GpuNatives(Platform platform, Unpacker cache, String version) {
        this.platform = platform;
        this.cache = cache;
        this.version = version;
    }

    /**
     * A folder with all libraries: the one named, or one into which the named jar (or the jar in
     * the named folder) was unpacked.
     *
     * @throws DeviceException if there is none; says what was looked for
     */
    Path find(Path named) throws DeviceException {
        if (Files.notExists(named)) {
            throw new DeviceException(
                    "The folder for GPU libraries, " + named + ", does not exist. " + whatToDo());
        }
        Path folder = unpacked(named);
        String missing =
                REQUIRED.stream()
                        .map(platform::library)
                        .filter(file -> Files.notExists(folder.resolve(file)))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new DeviceException(
                    "The folder for GPU libraries, "
                            + folder
                            + ", lacks "
                            + missing
                            + ". "
                            + whatToDo());
        }
        checkVersion(folder);
        return folder.toAbsolutePath();
    }

    private Path unpacked(Path named) throws DeviceException {
        try {
            Optional<Path> jar = jar(named);
            return jar.isPresent() ? cache.unpack(jar.get()) : named;
        } catch (IOException e) {
            throw new DeviceException(
                    "GPU libraries cannot be unpacked from " + named + ": " + e + ".", e);
        }
    }

    private static Optional<Path> jar(Path named) throws IOException {
        if (!Files.isDirectory(named)) {
            return Optional.of(named);
        }
        try (Stream<Path> files = Files.list(named)) {
            return files.filter(f -> f.getFileName().toString().matches("onnxruntime_gpu.*\\.jar"))
                    .max(Path::compareTo);
        }
    }

    private void checkVersion(Path folder) throws DeviceException {
        Path library = folder.resolve(platform.library("onnxruntime"));
        try {
            if (!version.isEmpty() && !holds(library, version)) {
                throw new DeviceException(
                        library + " is not ONNX Runtime " + version + ". " + whatToDo());
            }
        } catch (IOException e) {
            throw new DeviceException(library + " cannot be read (" + e + ").", e);
        }
    }

    /** The CUDA version that libraries are for: 13 or, as those of the jar, 12. */
    static int cuda(Platform platform, Path folder) {
        String runtime = platform.system().equals("win") ? "cudart64_13" : "libcudart.so.13";
        Path provider = folder.resolve(platform.library("onnxruntime_providers_cuda"));
        try {
            return Files.exists(provider) && holds(provider, runtime) ? 13 : 12;
        } catch (IOException e) {
            // NB: only for advice to a user whose libraries do not work anyway.
            return 12;
        }
    }

    /** Whether a file holds a text somewhere. */
    private static boolean holds(Path file, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            for (int i = 0; i + wanted.length <= bytes.capacity(); i++) {
                int same = 0;
                while (same < wanted.length && bytes.get(i + same) == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return true;
                }
            }
            return false;
        }
    }

    private String whatToDo() {
        return "Put onnxruntime_gpu-"
                + (version.isEmpty() ? "<version>" : version)
                + ".jar (from Maven Central, com.microsoft.onnxruntime), or these files from it, "
                + REQUIRED.stream().map(platform::library).collect(Collectors.joining(", "))
                + ", into a folder and name that folder. They are for CUDA 12; those for CUDA 13 come"
                + " with: fastsam models install gpu-cuda13";
    }
}
