package sc.fiji.fastsam.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sc.fiji.fastsam.updatesite.SiteFile;

/**
 * The distributions for servers: the one that Maven made, with natives of the platforms that the
 * network runs on, or of one of them, in place of a jar with the natives of every platform.
 *
 * @param whole Maven's zip: one folder, with the libraries in {@code plugins/jars}
 * @param distribution the same, unpacked
 * @param files what goes into a Fiji, divided by platforms
 */
record ServerZips(Path whole, Path distribution, List<SiteFile> files) {

    /** NB: else the launcher would lose its permission to be run. */
    private static final Map<String, ?> WITH_PERMISSIONS =
            Map.of("enablePosixFileAttributes", true);

    /** Writes the zip with the natives of every platform. */
    void writeForAll(Path zip) throws IOException {
        write(zip, dividedFiles());
    }

    /** Writes the zip with the natives of a platform. */
    void writeForPlatform(Path zip, String platform) throws IOException {
        write(zip, dividedFiles().stream().filter(file -> file.isFor(platform)).toList());
    }

    /** Parts of the jars that were divided; the others are in the zip as they are. */
    private List<SiteFile> dividedFiles() {
        return files.stream().filter(f -> !f.source().startsWith(distribution)).toList();
    }

    private void write(Path zip, List<SiteFile> parts) throws IOException {
        Files.copy(whole, zip);
        try (FileSystem content = FileSystems.newFileSystem(zip, WITH_PERMISSIONS)) {
            Path jars = folder(content).resolve("plugins/jars");
            for (SiteFile part : parts) {
                Path jar = jars.resolve(part.source().getFileName().toString());
                Files.copy(part.source(), jar, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path folder(FileSystem content) throws IOException {
        try (Stream<Path> folders = Files.list(content.getPath("/"))) {
            return folders.findFirst().orElseThrow(() -> new IOException(content + " is empty."));
        }
    }
}
