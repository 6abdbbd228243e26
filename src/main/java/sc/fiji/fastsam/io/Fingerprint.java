package sc.fiji.fastsam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;

/** Fingerprints of contents, SHA-256 unless said otherwise: hexadecimal digits in lower case. */
public final class Fingerprint {

    private static final String SHA_256 = "SHA-256";
    private static final int CHUNK = 1 << 18;

    private Fingerprint() {}

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return of(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of bytes, one part after the other. */
    public static String of(List<byte[]> parts) {
        MessageDigest digest = digest(SHA_256);
        parts.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Of a file.
     *
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /**
     * Of all that follows in a stream, which stays open.
     *
     * @throws IOException if it cannot be read
     */
    public static String of(InputStream in) throws IOException {
        return of(in, SHA_256, bytes -> {});
    }

    /**
     * Likewise, by some algorithm.
     *
     * @param algorithm that every Java has, as SHA-1
     * @param read is told the number of bytes after each part; may throw to end it
     * @throws IOException if it cannot be read
     */
    public static String of(InputStream in, String algorithm, LongConsumer read)
            throws IOException {
        MessageDigest digest = digest(algorithm);
        byte[] chunk = new byte[CHUNK];
        long done = 0;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            digest.update(chunk, 0, n);
            done += n;
            read.accept(done);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm + ", but not this.", e);
        }
    }
}
