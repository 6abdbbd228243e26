package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void aColonInTheInstallPathIsAClearError() throws Exception {
        String error = start("fast:sam", Map.of(), "a.tif");
        assertEquals(
                "fastsam: the folder "
                        + folder.toRealPath().resolve("fast:sam")
                        + " has a ':' in its path, which Java cannot have. Move FastSAM to"
                        + " another.\n",
                error);
    }

    private String start(String name, Map<String, String> environment, String argument)
            throws Exception {
        Path script = folder.resolve(name).resolve("bin/fastsam");
        Files.createDirectories(script.getParent());
        Files.copy(SCRIPT, script);
        makeExecutable(script);
        ProcessBuilder builder = new ProcessBuilder(script.toString(), argument);
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
