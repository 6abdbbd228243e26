package sc.fiji.fastsam.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What an embedding was made of: equal keys have equal embeddings.
 *
 * @param encoder which network, on which device
 * @param high half of the content's digest
 * @param low the other half
 */
record EmbeddingKey(String encoder, long high, long low) {

    /** Of an image, by its pixels. */
    static EmbeddingKey of(String encoder, Picture image) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(4).putInt(0, image.size().width()));
        byte[] red = image.channels()[0];
        digest.update(red);
        for (int c = 1; c < 3; c++) {
            if (image.channels()[c] != red) {
                digest.update(image.channels()[c]);
            }
        }
        return of(encoder, digest);
    }

    /** Of a text. */
    static EmbeddingKey of(String encoder, String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return of(encoder, digest);
    }

    private static EmbeddingKey of(String encoder, MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new EmbeddingKey(encoder, bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
