package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of update-site, beside the classes and libraries of this build. */
class ListsTest {

    private static final Path LISTS = Path.of("update-site");

    @TempDir private Path folder;

    @Test
    void theListsTheByteCodeAndFijisJarsAgree() throws Exception {
        Distribution distribution = distribution();
        Fates fates = Fates.read(LISTS.resolve("jars.txt"));
        FijiJars fiji = FijiJars.read(LISTS.resolve("fiji-jars.txt"));

        PlanCheck.of(distribution, fates, fiji).run();

        for (String no : List.of("scijava-common", "imglib2", "gson", "picocli")) {
            assertFalse(fates.byArtifact().get(no).isShipped(), no);
        }
    }

    @Test
    void everyPlatformOfOnnxRuntimeGetsItsOpenCv() throws Exception {
        Natives natives = Natives.read(LISTS.resolve("natives.txt"), "opencv");

        assertEquals(
                List.of("linux64", "linux-arm64", "macos-arm64", "win64"), natives.platforms());
        for (String platform : natives.platforms()) {
            assertEquals(1, libraries(entry -> natives.isOf(entry, platform)), platform);
        }
        assertEquals(0, libraries(natives::isCommon));
    }

    @Test
    void theListOfFijisJarsHasADateAndASource() throws IOException {
        String text = Files.readString(LISTS.resolve("fiji-jars.txt"));

        assertTrue(text.matches("(?s).*\\n# Date: \\d{4}-\\d{2}-\\d{2}.*\\n# Source: \\S.*"), text);
    }

    private Distribution distribution() throws Exception {
        Path plugin = folder.resolve("FastSAM_IJ-0.0.0.jar");
        TestJars.zip(Path.of("target", "classes"), plugin, ".class");
        Set<String> listed = Fates.read(LISTS.resolve("jars.txt")).byArtifact().keySet();
        return new Distribution(
                plugin,
                classPath()
                        .filter(jar -> listed.contains(JarName.of(jar).artifact()))
                        .sorted()
                        .toList());
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.endsWith(".jar"))
                .map(Path::of);
    }

    private static long libraries(Predicate<String> wanted) throws IOException {
        Path opencv = classPath().filter(p -> p.toString().contains("opencv")).findAny().get();
        try (JarFile file = new JarFile(opencv.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(e -> e.matches(".*\\.(so|dll|dylib)"))
                    .filter(wanted)
                    .count();
        }
    }
}
