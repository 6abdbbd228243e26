package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The distribution as {@code mvn package} lays it out: {@code plugins/FastSAM_IJ-….jar}, its
 * libraries in {@code plugins/jars}, ImageJ in {@code lib}.
 *
 * @param plugin our own jar
 * @param libraries all jars that it needs beside ImageJ, by name
 */
public record Distribution(Path plugin, List<Path> libraries) {

    /**
     * Finds the jars.
     *
     * @throws BuildException if it is no such folder
     */
    public static Distribution in(Path folder) throws IOException, BuildException {
        Path plugins = folder.resolve("plugins");
        if (!Files.isDirectory(plugins.resolve("jars"))) {
            throw new BuildException(
                    folder
                            + " is not the unpacked distribution: it has no plugins/jars. Run 'mvn"
                            + " package' first; it makes target/FastSAM_IJ-…-dist.");
        }
        List<Path> own = jars(plugins);
        if (own.size() != 1) {
            throw new BuildException(
                    plugins
                            + " must hold one jar, but holds "
                            + own.stream().map(Path::getFileName).toList()
                            + ". Run 'mvn clean package'.");
        }
        return new Distribution(own.get(0), jars(plugins.resolve("jars")));
    }

    /** The version of our own jar, such as {@code 0.2.0}. */
    public String version() {
        return JarName.of(plugin).version();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".jar")).sorted().toList();
        }
    }
}
