package sc.fiji.fastsam.updatesite;

import java.nio.file.Path;
import org.scijava.util.FileUtils;

/**
 * The parts of a jar's file name, as Fiji's updater takes it apart.
 *
 * @param artifact such as {@code onnxruntime}
 * @param version such as {@code 1.28.0}, empty if the name has none
 */
record JarName(String artifact, String version) {

    private static final String JAR = ".jar";

    static JarName of(Path jar) {
        return of(jar.getFileName().toString());
    }

    /**
     * @throws IllegalArgumentException if it is not the name of a jar
     */
    static JarName of(String fileName) {
        if (!fileName.endsWith(JAR)) {
            throw new IllegalArgumentException("Not a jar: " + fileName);
        }
        String artifact = withoutJar(identity(fileName));
        String rest = withoutJar(fileName).substring(artifact.length());
        return new JarName(artifact, rest.startsWith("-") ? rest.substring(1) : rest);
    }

    /** A path without the version: what the updater takes for one and the same file. */
    static String identity(String path) {
        return FileUtils.stripFilenameVersion(path);
    }

    /** The file's name, with its version. */
    String fileName() {
        return version.isEmpty() ? artifact + JAR : artifact + "-" + version + JAR;
    }

    private static String withoutJar(String name) {
        return name.substring(0, name.length() - JAR.length());
    }
}
