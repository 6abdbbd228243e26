package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import sc.fiji.fastsam.io.StagedFiles;
import sc.fiji.fastsam.model.download.Digest;

/**
 * Digests seen at first downloads of files of which none is published. They outlive the models: a
 * file that is another one at a later download is refused.
 */
final class KnownDigests {

    private final Path file;

    /**
     * @param folder of the models
     */
    KnownDigests(Path folder) {
        file = folder.resolve("known-digests.properties");
    }

    /** The digest of a file of this name, if it was seen before. */
    Optional<Digest> find(String name) throws IOException {
        return Optional.ofNullable(read().getProperty(name)).map(Digest::sha256);
    }

    /** Where they are noted. */
    Path file() {
        return file;
    }

    /** Notes SHA-256 digests of files by their names. */
    void addAll(Map<String, Digest> digests) throws IOException {
        if (digests.isEmpty()) {
            return;
        }
        Properties known = read();
        digests.forEach((name, digest) -> known.setProperty(name, digest.hex()));
        try (StagedFiles files = new StagedFiles()) {
            files.write(
                    file,
                    out -> {
                        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                        known.store(writer, "SHA-256 seen at the first download");
                    });
            files.commit();
        }
    }

    private Properties read() throws IOException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                known.load(in);
            }
        }
        return known;
    }
}
