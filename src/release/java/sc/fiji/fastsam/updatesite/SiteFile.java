package sc.fiji.fastsam.updatesite;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that goes into a Fiji.
 *
 * @param path where Fiji has it, from Fiji's folder on, with slashes
 * @param source where its content is now
 * @param platforms that get it, by the updater's names; empty for all
 * @param dependencies paths without versions of the files of ours that it needs
 * @param description for the updater's window; may be empty
 */
public record SiteFile(
        String path,
        Path source,
        List<String> platforms,
        List<String> dependencies,
        String description) {

    /** Where the file is without its version: what the updater takes for the same file. */
    public String identity() {
        return JarName.identity(path);
    }

    /** Whether a platform gets it. */
    public boolean isFor(String platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }

    /** The platforms with files of their own, by the updater's names. */
    public static List<String> platforms(List<SiteFile> files) {
        return files.stream().flatMap(f -> f.platforms().stream()).distinct().toList();
    }
}
