package sc.fiji.fastsam.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tokens of one word: its bytes, of which the pair that stands first in the vocabulary's order
 * is joined wherever it occurs, again and again until no pair is in the vocabulary.
 *
 * <p>Takes 10 000 letters in milliseconds: ranks are looked up once and kept beside the tokens.
 */
final class BytePairs {

    private final Vocabulary vocabulary;
    private final int[] tokens;
    private final int[] ranks;
    private int length;

    private BytePairs(Vocabulary vocabulary, byte[] bytes) {
        this.vocabulary = vocabulary;
        length = bytes.length;
        tokens = new int[length];
        ranks = new int[length];
        for (int i = 0; i < length; i++) {
            tokens[i] = vocabulary.idOfByte(bytes[i], i == length - 1);
        }
        for (int i = 0; i < length; i++) {
            rank(i);
        }
    }

    /** Tokens of a word of one letter or more. */
    static int[] of(String word, Vocabulary vocabulary) {
        BytePairs pairs = new BytePairs(vocabulary, word.getBytes(StandardCharsets.UTF_8));
        int best = pairs.best();
        while (best != Integer.MAX_VALUE) {
            pairs.join(best);
            best = pairs.best();
        }
        return Arrays.copyOf(pairs.tokens, pairs.length);
    }

    /** Rank of the pair that begins here. */
    private void rank(int i) {
        ranks[i] = i + 1 < length ? vocabulary.rank(tokens[i], tokens[i + 1]) : Integer.MAX_VALUE;
    }

    private int best() {
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            best = Math.min(best, ranks[i]);
        }
        return best;
    }

    /** Joins a pair from left to right; where occurrences overlap, the left one wins. */
    private void join(int rank) {
        int to = 0;
        int from = 0;
        while (from < length) {
            boolean joined = ranks[from] == rank;
            tokens[to] = joined ? Vocabulary.merged(rank) : tokens[from];
            ranks[to] = joined ? -1 : ranks[from];
            from += joined ? 2 : 1;
            to++;
        }
        length = to;
        for (int i = 0; i < length; i++) {
            if (ranks[i] == -1) {
                rank(i);
                if (i > 0) {
                    rank(i - 1);
                }
            }
        }
    }
}
