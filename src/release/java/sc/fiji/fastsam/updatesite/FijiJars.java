package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scijava.util.VersionUtils;

/**
 * The jars of a Fiji of a known day. Immutable.
 *
 * @param file where the list is
 * @param versions by artifact; of two, the older
 */
record FijiJars(Path file, Map<String, String> versions) {

    /**
     * Reads a list of file names, one a line.
     *
     * @throws BuildException if a line is not the name of a jar
     */
    static FijiJars read(Path file) throws IOException, BuildException {
        Map<String, String> versions = new TreeMap<>();
        for (String[] row : Lines.read(file, 1)) {
            if (!row[0].endsWith(".jar")) {
                throw new BuildException(file + " must list jars, but has '" + row[0] + "'.");
            }
            JarName jar = JarName.of(row[0].substring(row[0].lastIndexOf('/') + 1));
            versions.merge(jar.artifact(), jar.version(), FijiJars::older);
        }
        return new FijiJars(file, Map.copyOf(versions));
    }

    private static String older(String a, String b) {
        return VersionUtils.compare(a, b) <= 0 ? a : b;
    }

    /** The version that Fiji ships, if it ships the artifact. */
    Optional<String> version(String artifact) {
        return Optional.ofNullable(versions.get(artifact));
    }
}
