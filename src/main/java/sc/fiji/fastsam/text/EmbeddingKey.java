package sc.fiji.fastsam.text;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.io.Fingerprint;

/**
 * What an embedding was made of: equal keys have equal embeddings.
 *
 * @param encoder which network, on which device
 * @param content fingerprint of the image or text
 */
record EmbeddingKey(String encoder, String content) {

    /** Of an image, by its pixels. */
    static EmbeddingKey of(String encoder, Picture image) {
        ByteBuffer size = ByteBuffer.allocate(2 * Integer.BYTES);
        size.putInt(image.size().width()).putInt(image.size().height());
        byte[] red = image.channels()[0];
        List<byte[]> parts = new ArrayList<>(List.of(size.array(), red));
        for (int c = 1; c < 3; c++) {
            if (image.channels()[c] != red) {
                parts.add(image.channels()[c]);
            }
        }
        return new EmbeddingKey(encoder, Fingerprint.of(parts));
    }

    /** Of a text. */
    static EmbeddingKey of(String encoder, String text) {
        return new EmbeddingKey(encoder, Fingerprint.of(text));
    }
}
