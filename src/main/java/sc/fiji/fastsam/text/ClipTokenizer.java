package sc.fiji.fastsam.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns texts into CLIP's tokens. Every text has some: letters and signs that the vocabulary does
 * not know as words are spelled in bytes. Immutable and thread-safe.
 */
public final class ClipTokenizer {

    /** Most tokens of a text, with the one at its beginning and the one at its end. */
    public static final int MAX_TOKENS = 77;

    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final Pattern WORD =
            Pattern.compile(
                    "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d"
                            + "|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final Vocabulary vocabulary;

    private ClipTokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What a text becomes.
     *
     * @param ids 3 to 77 tokens, the first 49406, the last 49407
     * @param isCut whether the text had more, which were left out
     */
    public record Tokens(int[] ids, boolean isCut) {}

    /** The tokenizer that this JVM shares; its first call takes about 0.1 s. */
    public static ClipTokenizer shared() {
        return Holder.SHARED;
    }

    /** NB: loaded at the first use, as most runs never need it. */
    private static final class Holder {
        private static final ClipTokenizer SHARED = new ClipTokenizer(Vocabulary.load());
    }

    /** The text as tokens are made of it: lower case, single spaces; empty if nothing is left. */
    static String clean(String text) {
        return TextCleaning.clean(text);
    }

    /** Tokens of a text, at most {@link #MAX_TOKENS}; the last one is always the end. */
    public Tokens encode(String text) {
        int[] ids = new int[MAX_TOKENS];
        int length = 0;
        ids[length++] = Vocabulary.START;
        Matcher words = WORD.matcher(TextCleaning.clean(text));
        while (length < MAX_TOKENS && words.find()) {
            int[] word = tokens(words.group());
            int fitting = Math.min(word.length, MAX_TOKENS - length);
            System.arraycopy(word, 0, ids, length, fitting);
            length += fitting;
        }
        boolean cut = length == MAX_TOKENS;
        ids[cut ? MAX_TOKENS - 1 : length++] = Vocabulary.END;
        return new Tokens(Arrays.copyOf(ids, length), cut);
    }

    private int[] tokens(String word) {
        return switch (word) {
            case START -> new int[] {Vocabulary.START};
            case END -> new int[] {Vocabulary.END};
            default -> BytePairs.of(word, vocabulary);
        };
    }
}
