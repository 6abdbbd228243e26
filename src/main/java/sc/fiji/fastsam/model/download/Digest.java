package sc.fiji.fastsam.model.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import sc.fiji.fastsam.model.WorkListener;

/**
 * Fingerprint of a file.
 *
 * @param algorithm "SHA-256" or "SHA-1"
 * @param hex in lower case
 */
public record Digest(String algorithm, String hex) {

    private static final int CHUNK = 1 << 18;

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
     */
    public static Digest of(Path file, String algorithm, WorkListener listener) throws IOException {
        MessageDigest digest = digest(algorithm);
        long size = Files.size(file);
        long done = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                listener.checkCanceled();
                digest.update(chunk, 0, n);
                done += n;
                listener.update(done, size, "checking");
            }
        }
        return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm + ", but not this.", e);
        }
    }

    /** "SHA-256 0123...". */
    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
