package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.onnx.UnpackedNatives.Place;

class UnpackedNativesTest {

    private static final Platform WINDOWS = new Platform("win", "x64");

    @TempDir private Path folder;

    @Test
    void theSecondPlaceIsTakenWhereTheFirstWillNotDo() throws IOException {
        Path second = folder.resolve("second");
        Path unpacked =
                UnpackedNatives.of(
                        jar(),
                        libraries -> {},
                        List.of(UnpackedNativesTest::nowhere, () -> cache(second)));
        assertEquals(second, unpacked.getParent());
    }

    @Test
    void librariesThatCannotBeLoadedFromOnePlaceAreLoadedFromTheNext() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path unpacked =
                UnpackedNatives.of(
                        jar(),
                        libraries -> {
                            if (libraries.startsWith(first)) {
                                throw new UnsatisfiedLinkError("failed to map segment");
                            }
                        },
                        List.of(() -> cache(first), () -> cache(second)));
        assertEquals(second, unpacked.getParent());
    }

    @Test
    void whereNoPlaceWillDoEachReasonIsNamedAndTheWayOut() throws IOException {
        Path jar = jar();
        Place noexec = () -> cache(folder.resolve("noexec"));
        IOException e =
                assertThrows(
                        IOException.class,
                        () ->
                                UnpackedNatives.of(
                                        jar,
                                        libraries -> {
                                            throw new UnsatisfiedLinkError("failed to map");
                                        },
                                        List.of(UnpackedNativesTest::nowhere, noexec)));
        String message = e.getMessage();
        assertTrue(message.contains("cache folder (no home)"), message);
        assertTrue(message.contains("temporary folder (failed to map)"), message);
        assertTrue(message.contains("Set FASTSAM_CACHE to a folder"), message);
    }

    private static NativeCache nowhere() throws IOException {
        throw new IOException("no home");
    }

    private static NativeCache cache(Path root) {
        return new NativeCache(root, WINDOWS);
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("natives.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("ai/onnxruntime/native/win-x64/onnxruntime.dll"));
            entries.write(1);
        }
        return jar;
    }
}
