package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {

    private static final String IN_JAR = "ai/onnxruntime/native/";

    @TempDir Path folder;
    private NativeCache cache;

    @BeforeEach
    void create() {
        cache = new NativeCache(folder.resolve("cache"), new Platform("win", "x64"));
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entriesOut = new JarOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                entriesOut.putNextEntry(new JarEntry(entry.getKey()));
                entriesOut.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private Path jar() throws IOException {
        return jar("a.jar", entries("main"));
    }

    private static Map<String, String> entries(String main) {
        return Map.of(
                IN_JAR + "win-x64/onnxruntime.dll", main,
                IN_JAR + "win-x64/onnxruntime4j_jni.dll", "jni",
                IN_JAR + "win-x64/onnxruntime.dSYM/onnxruntime.dll", "symbols",
                IN_JAR + "linux-x64/libonnxruntime.so", "other");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void unpacksThisPlatformsLibrariesAlone() throws IOException {
        Path unpacked = cache.unpack(jar());
        assertEquals(List.of("onnxruntime.dll", "onnxruntime4j_jni.dll"), names(unpacked));
        assertEquals("main", Files.readString(unpacked.resolve("onnxruntime.dll")));
    }

    @Test
    void leavesWhatIsThereAlready() throws IOException {
        Path library = cache.unpack(jar()).resolve("onnxruntime.dll");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, old);
        cache.unpack(jar());
        assertEquals(old, Files.getLastModifiedTime(library));
    }

    @Test
    void replacesACutLibrary() throws IOException {
        Path library = cache.unpack(jar()).resolve("onnxruntime.dll");
        Files.writeString(library, "ma");
        cache.unpack(jar());
        assertEquals("main", Files.readString(library));
        assertEquals(2, names(library.getParent()).size());
    }

    @Test
    void replacesALibraryOfTheRightSizeWithOtherBytesAsAfterALossOfPower() throws IOException {
        Path library = cache.unpack(jar()).resolve("onnxruntime.dll");
        Files.write(library, new byte[4]);
        assertEquals("main", Files.readString(cache.unpack(jar()).resolve("onnxruntime.dll")));
    }

    @Test
    void removesWhatAKilledRunLeft() throws IOException {
        Path unpacked = cache.unpack(jar());
        Files.delete(unpacked.resolve("onnxruntime.dll"));
        Files.createFile(unpacked.resolve(".fastsam-dead-1.part"));
        cache.unpack(jar());
        assertEquals(List.of("onnxruntime.dll", "onnxruntime4j_jni.dll"), names(unpacked));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFolderThatOthersCanWriteToIsRefused() throws IOException {
        Path open = Files.createDirectory(folder.resolve("cache"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        IOException e = assertThrows(IOException.class, () -> cache.unpack(jar()));
        assertTrue(e.getMessage().endsWith("can be written to by other users"), e.getMessage());
        assertEquals(List.of(), names(open));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLibraryThatOthersCanWriteToIsReplaced() throws IOException {
        Path library = cache.unpack(jar()).resolve("onnxruntime.dll");
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-rw-"));
        cache.unpack(jar());
        assertFalse(
                Files.getPosixFilePermissions(library).contains(PosixFilePermission.OTHERS_WRITE));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFolderIsTheUsersAlone() throws IOException {
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.unpack(jar()))));
    }

    @Test
    void givesAnotherVersionAnotherFolder() throws IOException {
        Path first = cache.unpack(jar());
        Path second = cache.unpack(jar("b.jar", entries("news")));
        assertNotEquals(first, second);
        assertEquals("main", Files.readString(first.resolve("onnxruntime.dll")));
        assertEquals("news", Files.readString(second.resolve("onnxruntime.dll")));
    }

    @Test
    void canBeUsedByManyAtOnce() throws IOException {
        Path jar = jar("large.jar", entries("x".repeat(1_000_000)));
        Path[] folders =
                IntStream.range(0, 16).parallel().mapToObj(i -> unpack(jar)).toArray(Path[]::new);
        for (Path unpacked : folders) {
            assertEquals(folders[0], unpacked);
        }
        assertEquals(2, names(folders[0]).size());
        assertEquals(1_000_000, Files.size(folders[0].resolve("onnxruntime.dll")));
    }

    private Path unpack(Path jar) {
        try {
            Path unpacked = cache.unpack(jar);
            assertArrayEquals(
                    "jni".getBytes(StandardCharsets.UTF_8),
                    Files.readAllBytes(unpacked.resolve("onnxruntime4j_jni.dll")));
            return unpacked;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void namesAJarWithoutLibrariesForThisPlatform() throws IOException {
        Path jar = jar("c.jar", Map.of(IN_JAR + "linux-x64/libonnxruntime.so", "other"));
        IOException e = assertThrows(IOException.class, () -> cache.unpack(jar));
        assertTrue(e.getMessage().contains("c.jar holds no ONNX Runtime for win-x64"));
    }
}
