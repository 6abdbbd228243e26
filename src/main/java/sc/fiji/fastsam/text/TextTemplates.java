package sc.fiji.fastsam.text;

import java.util.List;
import java.util.Locale;

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
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
