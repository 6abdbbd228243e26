package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the command line, with a Java that tells how it was called. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final Path SCRIPT = Path.of("src", "assembly", "bin", "fastsam");

    @TempDir private Path folder;

    @BeforeEach
    void makeJava() throws IOException {
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(
                java, "#!/bin/sh\necho \"locale $LC_ALL\"\nfor a; do echo \"$a\"; done\n");
        makeExecutable(java);
    }

    @Test
    void theLocaleOfCronAndContainersBecomesOneOfUtf8() throws Exception {
        assumeTrue(run("locale", "-a").toLowerCase(Locale.ROOT).contains("utf"), "none here");
        String called = start("fastsam", Map.of("LC_ALL", "C"), "8\u00b5m");
        String locale = called.lines().findFirst().orElse("");
        assertTrue(locale.toLowerCase(Locale.ROOT).matches("locale .*utf-?8"), called);
        assertTrue(called.endsWith("\n8\u00b5m\n"), called);
    }

    @Test
    void aLocaleThatIsNotInstalledDoesToo() throws Exception {
        assumeTrue(run("locale", "-a").toLowerCase(Locale.ROOT).contains("utf"), "none here");
        String called = start("fastsam", Map.of("LC_ALL", "xx_YY.UTF-8"), "a.tif");
        assertTrue(!called.startsWith("locale xx_YY"), called);
    }

    @Test
    void aUtf8LocaleStays() throws Exception {
        assumeTrue(run("locale", "-a").lines().anyMatch("C.utf8"::equals), "no C.utf8 here");
        assertTrue(start("fastsam", Map.of("LC_ALL", "C.utf8"), "").startsWith("locale C.utf8"));
    }

    @Test
    void nativeLibrariesAreAllowedToBeLoaded() throws Exception {
        String called = start("fastsam", Map.of(), "");
        assertTrue(called.contains("\n--enable-native-access=ALL-UNNAMED\n"), called);
    }

    @Test
    void javaBefore22NeedsNoSuchPermission() throws Exception {
        release("21.0.4");
        assertFalse(start("fastsam", Map.of(), "").contains("--enable-native-access"));
        release("22");
        assertTrue(start("fastsam", Map.of(), "").contains("--enable-native-access"));
    }

    @Test
    void theQuickCompilerIsForAllThatRunsTheNetwork() throws Exception {
        String quick = "-XX:TieredStopAtLevel=1\n";
        Files.createDirectories(folder.resolve("images"));
        String images = folder.resolve("images").toString();
        assertTrue(start("fastsam", Map.of(), "segment", "a.tif").contains(quick));
        assertTrue(start("fastsam", Map.of(), "select", images, "--slices=all").contains(quick));
        assertFalse(start("fastsam", Map.of(), "evaluate", images, images).contains(quick));
    }

    @Test
    void anArchiveOfClassesIsMadeAndUsedFromThenOn() throws Exception {
        release("17.0.9");
        makeArchiveMaker("mkdir -p \"${1%/*}\" && echo classes >\"$1\"");
        Map<String, String> cached = cached("now");
        assertFalse(start("fastsam", cached, "").contains("SharedArchiveFile"));
        String called = start("fastsam", cached, "");
        Path archive = archive("fastsam", "17.0.9");
        assertTrue(called.contains("\n-XX:SharedArchiveFile=" + archive + "\n"), called);
        assertTrue(called.contains("\n-Xlog:disable\n"), called);
        assertFalse(start("fastsam", cached("off"), "").contains("SharedArchiveFile"));
    }

    @Test
    void from25OnJavaKeepsMoreOfTheClasses() throws Exception {
        release("25.0.1");
        makeArchiveMaker("mkdir -p \"${1%/*}\" && echo classes >\"$1\"");
        start("fastsam", cached("now"), "");
        String called = start("fastsam", cached("now"), "");
        String archive = archive("fastsam", "25.0.1").toString().replaceFirst("jsa$", "aot");
        assertTrue(called.contains("\n-XX:AOTCache=" + archive + "\n"), called);
        assertFalse(called.contains("SharedArchiveFile"), called);
    }

    @Test
    void anArchiveOlderThanAJarOrOfAnotherJavaIsNotUsed() throws Exception {
        release("17.0.9");
        makeArchiveMaker("exit 1");
        Path archive = archive("fastsam", "17.0.9");
        Files.createDirectories(archive.getParent());
        Files.writeString(archive, "classes");
        Path jar = folder.resolve("fastsam/plugins/jars/a.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertTrue(start("fastsam", cached("now"), "").contains("SharedArchiveFile"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertFalse(start("fastsam", cached("now"), "").contains("SharedArchiveFile"));
        Files.delete(jar);
        release("17.0.10");
        assertFalse(start("fastsam", cached("now"), "").contains("SharedArchiveFile"));
    }

    private void release(String version) throws IOException {
        Files.writeString(
                folder.resolve("jdk/release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void makeArchiveMaker(String script) throws IOException {
        Path maker = folder.resolve("fastsam/lib/class-archive");
        Files.createDirectories(maker.getParent());
        Files.writeString(maker, script + "\n");
    }

    private Map<String, String> cached(String archive) {
        return Map.of(
                "FASTSAM_CACHE", folder.resolve("cache").toString(), "FASTSAM_ARCHIVE", archive);
    }

    /** NB: of computers with more than 125 GB the name has an ending more. */
    private Path archive(String name, String version) throws IOException {
        Path memory = Path.of("/proc/meminfo");
        boolean large =
                Files.exists(memory)
                        && Long.parseLong(Files.readAllLines(memory).get(0).replaceAll("\\D", ""))
                                > 125_000_000;
        Path home = folder.toRealPath().resolve(name);
        return folder.resolve("cache")
                .resolve("classes" + home)
                .resolve("java-" + version + (large ? "-large" : "") + ".jsa");
    }

    @Test
    void aColonInTheInstallPathIsAClearError() throws Exception {
        String error = start("fast:sam", Map.of(), "a.tif");
        assertEquals(
                "fastsam: the folder "
                        + folder.toRealPath().resolve("fast:sam")
                        + " has a ':' in its path, which Java cannot have. Move FastSAM to"
                        + " another.\n",
                error);
    }

    private String start(String name, Map<String, String> environment, String... arguments)
            throws Exception {
        Path script = folder.resolve(name).resolve("bin/fastsam");
        Files.createDirectories(script.getParent());
        Files.copy(SCRIPT, script, StandardCopyOption.REPLACE_EXISTING);
        makeExecutable(script);
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("LC_ALL");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        return output(builder);
    }

    private static String run(String... command) throws Exception {
        return output(new ProcessBuilder(command));
    }

    private static String output(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
