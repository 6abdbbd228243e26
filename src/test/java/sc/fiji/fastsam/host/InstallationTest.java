package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final String RUNTIME = "ai/onnxruntime/OrtEnvironment.class";
    private static final String CLASS = "sc/fiji/fastsam/start/MenuEntry.class";

    @TempDir private Path folder;

    @Test
    void eachJarWithTheClassesIsACopyTheOneThatRunsFirst() throws Exception {
        Path first = jar("FastSAM_IJ-0.1.0.jar", CLASS);
        Path second = jar("FastSAM_IJ-0.2.0.jar", CLASS);
        Path other = jar("other.jar", "other/Other.class");

        assertEquals(List.of(path(first), path(second)), copies(other, first, second));
    }

    @Test
    void oneInstallationIsOneCopy() {
        assertEquals(1, Installation.copies(Installation.class.getClassLoader()).size());
    }

    @Test
    void theWarningNamesTheCopies() {
        String warning = Installation.warning(List.of("/a/x.jar", "/a/y.jar"));

        assertTrue(warning.startsWith("FastSAM is installed 2 times"), warning);
        assertTrue(warning.contains("/a/x.jar, /a/y.jar. Delete all but the newest"), warning);
    }

    @Test
    void aSecondOnnxRuntimeIsNamedWithTheOneInUse() throws Exception {
        Path other = jar("onnxruntime-1.16.3.jar", RUNTIME);
        Path ours = jar("onnxruntime-1.28.0.jar", RUNTIME);

        try (URLClassLoader loader = loader(other, ours)) {
            assertEquals(
                    "\nONNX Runtime is there 2 times, and the first is in use: "
                            + path(other)
                            + ", "
                            + path(ours)
                            + ". Keep the newest alone.",
                    Installation.rivals(loader));
        }
    }

    @Test
    void ofOneOnnxRuntimeNothingIsSaid() throws Exception {
        try (URLClassLoader loader = loader(jar("onnxruntime-1.28.0.jar", RUNTIME))) {
            assertEquals("", Installation.rivals(loader));
        }
    }

    private static List<String> copies(Path... jars) throws Exception {
        try (URLClassLoader loader = loader(jars)) {
            return Installation.copies(loader);
        }
    }

    private static URLClassLoader loader(Path... jars) throws Exception {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private static String path(Path jar) {
        return jar.toUri().getPath();
    }

    private Path jar(String name, String entry) throws Exception {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            out.closeEntry();
        }
        return jar;
    }
}
