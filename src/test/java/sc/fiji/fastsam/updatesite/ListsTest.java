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
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of update-site, beside the classes and libraries of this build. */
class ListsTest {

    private static final Path LISTS = Path.of("update-site");

    @TempDir private static Path folder;
    private static List<SiteFile> files;

    @BeforeAll
    static void plan() throws Exception {
        files = Plan.files(distribution(), LISTS, folder.resolve("work"));
    }

    @Test
    void theListsTheByteCodeAndFijisJarsAgree() {
        Set<String> artifacts =
                files.stream().map(f -> JarName.of(f.source()).artifact()).collect(toSet());
        assertTrue(artifacts.containsAll(Set.of("FastSAM_IJ", "onnxruntime", "opencv")));
        for (String no : List.of("ij", "scijava-common", "imglib2", "gson", "picocli")) {
            assertFalse(artifacts.contains(no), no);
        }
    }

    @Test
    void everyPlatformOfOnnxRuntimeGetsItsOpenCv() throws IOException {
        assertEquals(
                Set.of("linux64", "linux-arm64", "macos-arm64", "win64"),
                files.stream().flatMap(f -> f.platforms().stream()).collect(toSet()));
        for (SiteFile file : files) {
            if (!file.platforms().isEmpty()) {
                assertEquals(1, libraries(file.source()), file.path());
            }
        }
    }

    @Test
    void theListOfFijisJarsHasADateAndASource() throws IOException {
        String text = Files.readString(LISTS.resolve("fiji-jars.txt"));

        assertTrue(text.matches("(?s).*\\n# Date: \\d{4}-\\d{2}-\\d{2}.*\\n# Source: \\S.*"), text);
    }

    private static Collector<String, ?, Set<String>> toSet() {
        return Collectors.toCollection(TreeSet::new);
    }

    private static Distribution distribution() throws Exception {
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

    private static long libraries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().filter(e -> e.getName().matches(".*\\.(so|dll|dylib)")).count();
        }
    }
}
