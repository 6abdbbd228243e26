package sc.fiji.fastsam.model.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.io.Fingerprint;

/**
 * Fingerprint of a file.
 *
 * @param algorithm "SHA-256" or "SHA-1"
 * @param hex in lower case
 */
public record Digest(String algorithm, String hex) {

    /** Lower case. */
    public Digest {
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** Of 64 hexadecimal digits. */
    public static Digest sha256(String hex) {
        return new Digest("SHA-256", hex);
    }

    /** Of 40 hexadecimal digits. */
    public static Digest sha1(String hex) {
        return new Digest("SHA-1", hex);
    }

    /**
     * Computes a file's.
     *
     * @throws java.util.concurrent.CancellationException when the listener says so
     * @throws IOException if the file cannot be read
     */
    public static Digest of(Path file, String algorithm, Progress listener) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            String hex =
                    Fingerprint.of(
                            in,
                            algorithm,
                            done -> {
                                listener.checkCanceled();
                                listener.update(done, size, "checking");
                            });
            return new Digest(algorithm, hex);
        }
    }

    /** "SHA-256 0123...". */
    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
