package sc.fiji.fastsam.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Embeddings of words: the mean direction of the sentences that each is put into. */
final class WordEmbeddings {

    private static final int SHOWN = 40;

    private final ClipEncoders clip;
    private final EmbeddingCache cache;
    private final TextTemplates templates;
    private final List<String> notes = new ArrayList<>();

    WordEmbeddings(ClipEncoders clip, EmbeddingCache cache, TextTemplates templates) {
        this.clip = clip;
        this.cache = cache;
        this.templates = templates;
    }

    /** Names the words that were longer than CLIP reads. */
    List<String> notes() {
        return notes;
    }

    /** One embedding a word, each 1 long. */
    List<float[]> of(List<String> words, BooleanSupplier canceled) {
        Map<String, ClipTokenizer.Tokens> missing = new LinkedHashMap<>();
        Map<String, float[]> known = new LinkedHashMap<>();
        for (String word : words) {
            for (String sentence : templates.fill(word)) {
                cache.get(key(sentence))
                        .ifPresentOrElse(
                                embedding -> known.put(sentence, embedding),
                                () -> missing.put(sentence, encode(sentence)));
            }
            noteIfCut(word);
        }
        encode(missing, known, canceled);
        return words.stream()
                .map(
                        word ->
                                Embeddings.mean(
                                        templates.fill(word).stream().map(known::get).toList()))
                .toList();
    }

    private EmbeddingKey key(String sentence) {
        return EmbeddingKey.of(clip.textId(), sentence);
    }

    private static ClipTokenizer.Tokens encode(String sentence) {
        return ClipTokenizer.shared().encode(sentence);
    }

    /** NB: only the word counts; where its end was cut off by a template, little is lost. */
    private void noteIfCut(String word) {
        if (encode(word).isCut()) {
            String start = word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word;
            notes.add(
                    "\""
                            + start
                            + "\" is longer than CLIP reads ("
                            + ClipTokenizer.MAX_TOKENS
                            + " tokens): its end plays no part");
        }
    }

    private void encode(
            Map<String, ClipTokenizer.Tokens> missing,
            Map<String, float[]> known,
            BooleanSupplier canceled) {
        List<float[]> fresh = clip.embedTexts(List.copyOf(missing.values()), canceled);
        int i = 0;
        for (String sentence : missing.keySet()) {
            cache.put(key(sentence), fresh.get(i));
            known.put(sentence, fresh.get(i++));
        }
    }
}
