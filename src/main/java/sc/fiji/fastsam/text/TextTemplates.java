package sc.fiji.fastsam.text;

import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.settings.Setting;

/**
 * Sentences that a word is put into before it is encoded: CLIP learned from captions, not from
 * single words. The embeddings of a word's sentences are averaged.
 */
public enum TextTemplates {
    /** The word as it is. */
    NONE("{}"),
    /** Captions of microscopy images. */
    MICROSCOPY(
            "{}",
            "a microscopy image of {}",
            "a micrograph of {}",
            "{} under the microscope",
            "a close-up of {} in a microscopy image"),
    /** Captions of photographs. */
    PHOTO("a photo of {}", "a close-up photo of {}", "a cropped photo of {}");

    private final List<String> sentences;

    TextTemplates(String... sentences) {
        this.sentences = List.of(sentences);
    }

    /** The sentences with the word in them, at least one. */
    public List<String> fill(String word) {
        return sentences.stream().map(sentence -> sentence.replace("{}", word)).toList();
    }

    /** "microscopy". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The templates of a key, in any case.
     *
     * @throws IllegalArgumentException if there are none; lists them
     */
    public static TextTemplates of(String key) {
        return Setting.choice("templates", MICROSCOPY).parse(key);
    }

    @Override
    public String toString() {
        return key();
    }
}
