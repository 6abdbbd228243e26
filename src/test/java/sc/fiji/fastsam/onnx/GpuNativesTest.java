package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuNativesTest {

    private static final Platform LINUX = new Platform("linux", "x64");

    @TempDir Path folder;

    private GpuNatives natives() {
        NativeCache cache = new NativeCache(folder.resolve("cache"), LINUX);
        return new GpuNatives(LINUX, cache::unpack, "1.28.0");
    }

    private Path libraries(String content) throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("libraries"));
        for (String name : GpuNatives.REQUIRED) {
            Files.writeString(libraries.resolve(LINUX.library(name)), content);
        }
        return libraries;
    }

    private String problem(Path named) {
        DeviceException e = assertThrows(DeviceException.class, () -> natives().find(named));
        assertTrue(e.getMessage().contains("onnxruntime_gpu-1.28.0.jar"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void takesAFolderWithAllLibraries() throws IOException {
        Path libraries = libraries("…\0VERS_1.28.0\0…");
        assertEquals(libraries, natives().find(libraries));
    }

    @Test
    void namesTheLibrariesThatAreMissing() throws IOException {
        Path libraries = libraries("1.28.0");
        Files.delete(libraries.resolve("libonnxruntime_providers_cuda.so"));
        String message = problem(libraries);
        assertTrue(
                message.contains(libraries + ", lacks libonnxruntime_providers_cuda.so."), message);
    }

    @Test
    void namesAFolderThatDoesNotExist() {
        assertTrue(problem(folder.resolve("nowhere")).contains("nowhere, does not exist"));
    }

    @Test
    void refusesLibrariesOfAnotherVersionBeforeTheyAreLoaded() throws IOException {
        assertTrue(problem(libraries("1.27.0")).contains("is not ONNX Runtime 1.28.0"));
    }

    @Test
    void unpacksAJarInTheFolder() throws IOException {
        Path download = Files.createDirectories(folder.resolve("download"));
        try (JarOutputStream out =
                new JarOutputStream(
                        Files.newOutputStream(download.resolve("onnxruntime_gpu-1.28.0.jar")))) {
            for (String name : GpuNatives.REQUIRED) {
                out.putNextEntry(
                        new JarEntry("ai/onnxruntime/native/linux-x64/" + LINUX.library(name)));
                out.write("1.28.0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        Path found = natives().find(download);
        assertTrue(found.startsWith(folder.resolve("cache")), found.toString());
        assertEquals(found, natives().find(download.resolve("onnxruntime_gpu-1.28.0.jar")));
    }

    @Test
    void namesAFileThatIsNoJar() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jar"), "no jar");
        DeviceException e = assertThrows(DeviceException.class, () -> natives().find(file));
        assertTrue(e.getMessage().contains("x.jar"), e.getMessage());
    }

    @Test
    void librariesAreForCuda12UnlessTheyNameThe13th() throws IOException {
        assertEquals(12, GpuNatives.cuda(LINUX, libraries("libcudart.so.12")));
        assertEquals(13, GpuNatives.cuda(LINUX, libraries("libcudart.so.13")));
        assertEquals(12, GpuNatives.cuda(LINUX, folder.resolve("nowhere")));
    }
}
