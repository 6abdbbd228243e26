package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.download.RemoteFile;

/**
 * ONNX Runtime's GPU libraries: its jar as it is (CUDA 12), or the libraries of its Python package
 * (CUDA 13) with the jar's bridge to Java, which the package lacks.
 */
final class GpuLibraries {

    private static final String WHEEL = ".whl";

    /** Entries of the Python package, and under which names Java looks for them. */
    private static final Map<Pattern, String> OF_WHEEL =
            Map.of(
                    Pattern.compile("onnxruntime/capi/libonnxruntime\\.so\\.[0-9.]+"),
                    "libonnxruntime.so",
                    Pattern.compile("onnxruntime/capi/libonnxruntime_providers_shared\\.so"),
                    "libonnxruntime_providers_shared.so",
                    Pattern.compile("onnxruntime/capi/libonnxruntime_providers_cuda\\.so"),
                    "libonnxruntime_providers_cuda.so");

    private static final Map<Pattern, String> OF_JAR =
            Map.of(
                    Pattern.compile("ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni\\.so"),
                    "libonnxruntime4j_jni.so");

    private GpuLibraries() {}

    static void fill(CatalogEntry entry, Path downloads, Path stage, Progress listener)
            throws IOException {
        boolean wheel = entry.files().stream().anyMatch(file -> file.name().endsWith(WHEEL));
        for (RemoteFile file : entry.files()) {
            Path archive = downloads.resolve(file.name());
            if (!wheel) {
                Files.move(archive, stage.resolve(file.name()));
            } else {
                unpack(archive, file.name().endsWith(WHEEL) ? OF_WHEEL : OF_JAR, stage, listener);
            }
        }
    }

    private static void unpack(
            Path archive, Map<Pattern, String> wanted, Path stage, Progress listener)
            throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Map.Entry<Pattern, String> each : wanted.entrySet()) {
                listener.checkCanceled();
                ZipEntry entry =
                        zip.stream()
                                .filter(e -> each.getKey().matcher(e.getName()).matches())
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new ModelException(
                                                        archive + " holds no " + each.getValue()));
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, stage.resolve(each.getValue()));
                }
            }
        }
    }
}
