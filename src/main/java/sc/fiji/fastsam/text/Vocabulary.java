package sc.fiji.fastsam.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * CLIP's vocabulary: 256 bytes, the same as ends of words, then one token a merge, in the order in
 * which merges are tried. Immutable.
 *
 * <p>Read from the first lines of OpenAI's {@code bpe_simple_vocab_16e6.txt} (MIT, notice beside
 * it), where a byte is written as a printable character.
 */
final class Vocabulary {

    /** Token at the beginning of every text. */
    static final int START = 49406;

    /** Token at the end of every text. */
    static final int END = 49407;

    private static final int BYTES = 256;
    private static final int MERGES = START - 2 * BYTES;
    private static final String RESOURCE = "bpe-merges.txt.gz";

    private final int[] idsOfBytes = new int[BYTES];
    private final Map<Long, Integer> ranks = new HashMap<>(2 * MERGES);

    private Vocabulary() {}

    /** The vocabulary in the jar; takes about 0.1 s. */
    static Vocabulary load() {
        Vocabulary vocabulary = new Vocabulary();
        Map<String, Integer> ids = vocabulary.addBytes();
        List<String> lines = lines();
        for (int rank = 0; rank < MERGES; rank++) {
            String line = lines.get(rank + 1);
            int space = line.indexOf(' ');
            String first = line.substring(0, space);
            String second = line.substring(space + 1);
            vocabulary.ranks.put(pair(ids.get(first), ids.get(second)), rank);
            ids.put(first + second, 2 * BYTES + rank);
        }
        return vocabulary;
    }

    private static List<String> lines() {
        try (InputStream file = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(
                        "This build of FastSAM holds no vocabulary (" + RESOURCE + ").");
            }
            InputStream text = new GZIPInputStream(file);
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Printable bytes come first and stand for themselves; the others follow from U+0100 on. */
    private Map<String, Integer> addBytes() {
        List<Integer> others = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>(4 * MERGES / 3);
        for (int value = 0; value < BYTES; value++) {
            if (isPrintable(value)) {
                add(ids, value, (char) value);
            } else {
                others.add(value);
            }
        }
        for (int i = 0; i < others.size(); i++) {
            add(ids, others.get(i), (char) (BYTES + i));
        }
        return ids;
    }

    private void add(Map<String, Integer> ids, int value, char letter) {
        int id = ids.size() / 2;
        idsOfBytes[value] = id;
        ids.put(String.valueOf(letter), id);
        ids.put(letter + "</w>", BYTES + id);
    }

    private static boolean isPrintable(int value) {
        return value >= '!' && value <= '~' || value >= 0xa1 && value != 0xad;
    }

    /** Token of a byte, 0..255; of the last byte of a word, 256..511. */
    int idOfByte(byte value, boolean last) {
        return idsOfBytes[value & 0xff] + (last ? BYTES : 0);
    }

    /** Place of a pair of tokens in the order of merges; {@code Integer.MAX_VALUE} if none. */
    int rank(int first, int second) {
        return ranks.getOrDefault(pair(first, second), Integer.MAX_VALUE);
    }

    /** Token that a merge of this rank makes. */
    static int merged(int rank) {
        return 2 * BYTES + rank;
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second;
    }
}
