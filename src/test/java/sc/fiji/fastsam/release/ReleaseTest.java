package sc.fiji.fastsam.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.updatesite.BuildException;

/** A release of a distribution with a library for Fiji, one with natives, and one of Fiji's. */
class ReleaseTest {

    private static final Instant NOW = Instant.parse("2026-12-01T08:09:10Z");
    private static final Map<String, ?> PERMISSIONS = Map.of("enablePosixFileAttributes", true);
    private static final String NAME = "FastSAM_IJ-0.2.0";

    @TempDir private Path folder;
    private Path distribution;
    private Path out;

    @BeforeEach
    void writeRepository() throws IOException {
        Path lists = Files.createDirectories(folder.resolve("update-site"));
        Files.writeString(lists.resolve("jars.txt"), "net jars\nvision natives\njson fiji\n");
        Files.writeString(lists.resolve("fiji-jars.txt"), "json-2.10.1.jar\n");
        Files.writeString(lists.resolve("natives.txt"), "vision linux64 so/\nvision win64 dll/\n");
        Files.writeString(folder.resolve("LICENSE"), "license");
        Files.writeString(folder.resolve("CHANGELOG.md"), "## [0.2.0] - 2026-12-01\n- mended\n");
        distribution = folder.resolve("target").resolve(NAME + "-dist");
        jar("plugins/FastSAM_IJ-0.2.0.jar", "plugins.config");
        jar("plugins/jars/net-1.28.0.jar", "net.txt");
        jar("plugins/jars/json-2.10.1.jar", "json.txt");
        jar("plugins/jars/vision-4.9.0-0.jar", "vision.txt", "so/v.so", "dll/v.dll");
        serverZip();
        out = folder.resolve("target/release");
    }

    @Test
    void everythingThatIsPublishedIsThere() throws Exception {
        build();

        try (Stream<Path> files = Files.list(out)) {
            assertEquals(
                    Set.of(
                            NAME + ".zip",
                            NAME + "-linux64.zip",
                            NAME + "-win64.zip",
                            NAME + "-fiji.zip",
                            NAME + "-fiji-linux64.zip",
                            NAME + "-fiji-win64.zip",
                            NAME + "-server.zip",
                            NAME + "-server-linux64.zip",
                            NAME + "-server-win64.zip",
                            "update-site",
                            "release.md",
                            "SHA256SUMS"),
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void plainImageJGetsEverythingWithoutVersions() throws Exception {
        build();

        assertEquals(
                Set.of(
                        "plugins/FastSAM_IJ.jar",
                        "plugins/jars/net.jar",
                        "plugins/jars/json.jar",
                        "plugins/jars/vision.jar",
                        "plugins/jars/vision-natives-linux64.jar",
                        "plugins/jars/vision-natives-win64.jar",
                        "licenses/FastSAM-LICENSE.txt"),
                entries(NAME + ".zip"));
    }

    @Test
    void aPlatformGetsItsOwnNatives() throws Exception {
        build();

        Set<String> windows = entries(NAME + "-win64.zip");
        assertTrue(windows.contains("plugins/jars/vision-natives-win64.jar"));
        assertFalse(windows.contains("plugins/jars/vision-natives-linux64.jar"));
        assertEquals(6, windows.size());
    }

    @Test
    void aFijiByHandGetsWhatItLacks() throws Exception {
        build();

        assertEquals(
                Set.of(
                        "plugins/FastSAM_IJ-0.2.0.jar",
                        "jars/net-1.28.0.jar",
                        "jars/vision-4.9.0-0.jar",
                        "jars/vision-natives-linux64-4.9.0-0.jar",
                        "licenses/FastSAM-LICENSE.txt"),
                entries(NAME + "-fiji-linux64.zip"));
        assertEquals(6, entries(NAME + "-fiji.zip").size());
    }

    /** Such a folder is on Fiji's module path, and makes its updater fetch for that platform. */
    @Test
    void noFileOfAFijiLiesInAFolderOfAPlatform() throws Exception {
        build();

        for (String path : entries(NAME + "-fiji.zip")) {
            assertEquals(2, path.split("/").length, path);
        }
    }

    @Test
    void aServerGetsTheNativesOfItsPlatformAlone() throws Exception {
        build();

        assertEquals(
                Set.of(
                        "FastSAM/",
                        "FastSAM/bin/",
                        "FastSAM/bin/fastsam",
                        "FastSAM/plugins/",
                        "FastSAM/plugins/jars/",
                        "FastSAM/plugins/jars/net-1.28.0.jar",
                        "FastSAM/plugins/jars/vision-4.9.0-0.jar",
                        "FastSAM/plugins/jars/vision-natives-linux64-4.9.0-0.jar"),
                entries(NAME + "-server-linux64.zip"));
        Path common = folder.resolve("vision.jar");
        try (FileSystem zip = FileSystems.newFileSystem(out.resolve(NAME + "-server-win64.zip"))) {
            Files.copy(zip.getPath("FastSAM/plugins/jars/vision-4.9.0-0.jar"), common);
        }
        assertEquals(Set.of("vision.txt"), entries(common));
    }

    @Test
    void theServersLauncherCanStillBeRun() throws Exception {
        build();

        Path zip = out.resolve(NAME + "-server.zip");
        try (FileSystem content = FileSystems.newFileSystem(zip, PERMISSIONS)) {
            assertEquals(
                    PosixFilePermissions.fromString("rwxr-xr-x"),
                    Files.getPosixFilePermissions(content.getPath("FastSAM/bin/fastsam")));
        }
    }

    @Test
    void theChecksumsAreThoseOfTheFiles() throws Exception {
        build();

        List<String> lines = Files.readAllLines(out.resolve("SHA256SUMS"));
        assertEquals(10, lines.size());
        for (String line : lines) {
            byte[] content = Files.readAllBytes(out.resolve(line.substring(66)));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            assertEquals(HexFormat.of().formatHex(sum), line.substring(0, 64), line);
            assertEquals("  ", line.substring(64, 66));
        }
    }

    @Test
    void aSecondReleaseReplacesTheFirst() throws Exception {
        build();
        Files.writeString(out.resolve("old.txt"), "old");
        build();

        assertFalse(Files.exists(out.resolve("old.txt")));
        assertTrue(Files.exists(out.resolve("update-site/db.xml.gz")));
    }

    @Test
    void aReleaseThatCannotBeMadeLeavesTheOldOne() throws Exception {
        build();
        Files.delete(folder.resolve("target").resolve(NAME + "-dist.zip"));

        assertThrows(IOException.class, this::build);
        assertTrue(Files.exists(out.resolve("SHA256SUMS")));
        try (Stream<Path> files = Files.list(out.getParent())) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void withoutWordsInTheChangelogThereIsNoRelease() throws Exception {
        Files.writeString(folder.resolve("CHANGELOG.md"), "# Changelog\n");

        assertThrows(BuildException.class, this::build);
        assertFalse(Files.exists(out));
    }

    @Test
    void wrongUsageIsSaid() {
        assertEquals(2, Main.run(List.of("a", "b", "c")));
        assertEquals(1, Main.run(List.of("a", "b", "c", "--previous=")));
    }

    private void build() throws Exception {
        new Release(folder, distribution, Optional.empty(), NOW).build(out);
    }

    /** What Maven made: the launcher, and the libraries with the natives of all platforms. */
    private void serverZip() throws IOException {
        Path zip = folder.resolve("target").resolve(NAME + "-dist.zip");
        try (FileSystem content =
                FileSystems.newFileSystem(
                        zip, Map.of("create", true, "enablePosixFileAttributes", true))) {
            Path launcher = content.getPath("FastSAM/bin/fastsam");
            Files.createDirectories(launcher.getParent());
            Files.writeString(launcher, "#!/bin/sh");
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path jars = Files.createDirectories(content.getPath("FastSAM/plugins/jars"));
            for (String jar : List.of("net-1.28.0.jar", "vision-4.9.0-0.jar")) {
                Files.copy(distribution.resolve("plugins/jars").resolve(jar), jars.resolve(jar));
            }
        }
    }

    private Set<String> entries(String zip) throws IOException {
        return entries(out.resolve(zip));
    }

    private static Set<String> entries(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Set<String> names = new TreeSet<>();
            file.stream().map(ZipEntry::getName).forEach(names::add);
            return names;
        }
    }

    private void jar(String path, String... entries) throws IOException {
        Path jar = distribution.resolve(path);
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
