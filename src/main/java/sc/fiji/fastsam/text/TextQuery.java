package sc.fiji.fastsam.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.Settings;

/**
 * What to look for among the objects of a plane, in words.
 *
 * @param words what is wanted, each a word or a phrase; at least one
 * @param not what is not wanted: an object that is more similar to one of these than to a word does
 *     not answer that word
 * @param top most objects that answer a word, the most similar first; 0 = one a word, or all that
 *     reach {@code minSimilarity} when that is given
 * @param minSimilarity least cosine of the angle between a word and an object, -1..1; -1 = any
 * @param templates sentences that words are put into
 */
public record TextQuery(
        List<String> words,
        List<String> not,
        int top,
        double minSimilarity,
        TextTemplates templates) {

    /** Most words, wanted and not wanted together. */
    public static final int MAX_WORDS = 100;

    /** Longest word, in letters; CLIP itself reads about the first 300. */
    public static final int MAX_LETTERS = 100_000;

    private static final double ANY = -1;

    /**
     * @throws IllegalArgumentException if a value is out of range or says nothing; names it
     */
    public TextQuery {
        words = checked("text", words);
        not = checked("not", not);
        Objects.requireNonNull(templates, "templates");
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "text must say what to look for, as \"round bright nucleus; elongated cell\","
                            + " but was empty.");
        }
        if (words.size() + not.size() > MAX_WORDS) {
            throw new IllegalArgumentException(
                    "text and not must have at most "
                            + MAX_WORDS
                            + " words together, but have "
                            + (words.size() + not.size())
                            + ".");
        }
        for (String word : not) {
            if (words.contains(word)) {
                throw new IllegalArgumentException(
                        "\"" + word + "\" is in text and in not. Take it out of one of them.");
            }
        }
        checkNumbers(top, minSimilarity);
    }

    private static void checkNumbers(int top, double minSimilarity) {
        if (top < 0) {
            throw new IllegalArgumentException("top must be 0 or more, but was " + top + ".");
        }
        if (!(minSimilarity >= -1 && minSimilarity <= 1)) {
            throw new IllegalArgumentException(
                    "min_similarity must lie between -1 and 1, but was " + minSimilarity + ".");
        }
    }

    /**
     * Words parted by semicolons, with templates for microscopy.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TextQuery of(String text) {
        return new TextQuery(split(text), List.of(), 0, ANY, TextTemplates.MICROSCOPY);
    }

    /** With other words that are wanted. */
    TextQuery withWords(List<String> others) {
        return new TextQuery(others, not, top, minSimilarity, templates);
    }

    /**
     * The words of settings; nothing where there is none.
     *
     * @throws IllegalArgumentException if a word is in both lists, there are too many, or something
     *     is said of words where there is none
     */
    public static Optional<TextQuery> of(Settings settings) {
        String words = settings.get(PromptKeys.TEXT);
        if (words.isBlank()) {
            checkAlone(PromptKeys.NOT, settings);
            checkAlone(PromptKeys.TOP, settings);
            checkAlone(PromptKeys.MIN_SIMILARITY, settings);
            return Optional.empty();
        }
        return Optional.of(
                TextQuery.of(words)
                        .withNot(settings.get(PromptKeys.NOT))
                        .withTop(settings.get(PromptKeys.TOP))
                        .withMinSimilarity(settings.get(PromptKeys.MIN_SIMILARITY)));
    }

    /** NB: points and boxes know neither, so it would be passed over. */
    private static <T> void checkAlone(Setting<T> setting, Settings settings) {
        String value = setting.text(settings.get(setting)).strip();
        if (!value.equals(setting.standardText())) {
            throw new IllegalArgumentException(
                    setting.key()
                            + " is about what text finds, but text is empty and "
                            + setting.key()
                            + " was \""
                            + value
                            + "\". Give text too, or leave it out.");
        }
    }

    /** With words that are not wanted, parted by semicolons; may be empty. */
    public TextQuery withNot(String text) {
        return new TextQuery(words, split(text), top, minSimilarity, templates);
    }

    /** With another greatest number of objects a word. */
    public TextQuery withTop(int count) {
        return new TextQuery(words, not, count, minSimilarity, templates);
    }

    /** With another least similarity. */
    public TextQuery withMinSimilarity(double least) {
        return new TextQuery(words, not, top, least, templates);
    }

    /** With other sentences. */
    public TextQuery withTemplates(TextTemplates others) {
        return new TextQuery(words, not, top, minSimilarity, others);
    }

    /** Most objects that may answer a word. */
    int limit() {
        if (top > 0) {
            return top;
        }
        return minSimilarity > ANY ? Integer.MAX_VALUE : 1;
    }

    private static List<String> split(String text) {
        return List.of(text.split(";"));
    }

    /** Without blanks around them, without those that say nothing, each once. */
    private static List<String> checked(String name, List<String> words) {
        Set<String> kept = new LinkedHashSet<>();
        for (String word : words) {
            if (word.length() > MAX_LETTERS) {
                throw new IllegalArgumentException(
                        "A word of "
                                + name
                                + " must have at most "
                                + MAX_LETTERS
                                + " letters, but one has "
                                + word.length()
                                + ".");
            }
            if (!ClipTokenizer.clean(word).isEmpty()) {
                kept.add(word.strip());
            }
        }
        return List.copyOf(new ArrayList<>(kept));
    }
}
