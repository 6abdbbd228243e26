package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.download.Digest;

/** The file beside a model's files that says what they are. */
final class Receipt {

    /** Its name. */
    static final String NAME = "receipt.properties";

    private static final String DIGEST = "sha256.";

    private Receipt() {}

    /**
     * Writes what is known of a folder's files, with their digests.
     *
     * @param facts title, license and source
     */
    static void write(Path folder, Map<String, String> facts, Progress listener)
            throws IOException {
        Properties properties = new Properties();
        properties.putAll(facts);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                properties.setProperty(
                        DIGEST + file.getFileName(), Digest.of(file, "SHA-256", listener).hex());
            }
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            properties.store(out, "Written by FastSAM for Fiji");
        }
    }

    /** What is installed in a folder. */
    static InstalledModel read(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.resolve(NAME) + " is damaged. Remove the folder.", e);
        }
        Map<String, String> digests = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(DIGEST)) {
                digests.put(key.substring(DIGEST.length()), properties.getProperty(key));
            }
        }
        return new InstalledModel(
                folder.getFileName().toString(),
                properties.getProperty("title", ""),
                properties.getProperty("license", ""),
                properties.getProperty("source", ""),
                folder,
                digests);
    }
}
