package sc.fiji.fastsam.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.Candidates;
import sc.fiji.fastsam.prompt.Prompt;

/**
 * A word: means the objects that look most like it, anywhere on the plane. The fit of an answer is
 * the similarity of word and object, the cosine of the angle between their embeddings, -1..1.
 *
 * @param name what results call it
 * @param query with this word alone; the words that are not wanted, limits and sentences
 * @param scorer compares
 */
public record TextPrompt(String name, TextQuery query, Scorer scorer) implements Prompt {

    private static final Kind KIND = new Kind("word", "words", 4);

    /** Compares objects of a plane with words. */
    @FunctionalInterface
    public interface Scorer {

        /** As {@link ObjectScorer#score}. */
        TextScores score(
                RgbPlane plane, List<SegmentedObject> objects, TextQuery query, Progress progress);
    }

    /** No part may be null. */
    public TextPrompt {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(scorer, "scorer");
    }

    /** One prompt a word of a query, named after it with "_" for white space. */
    public static List<TextPrompt> of(TextQuery query, Scorer scorer) {
        List<TextPrompt> prompts = new ArrayList<>();
        for (String word : query.words()) {
            String name = word.strip().replaceAll("\\s+", "_");
            prompts.add(new TextPrompt(name, query.withWords(List.of(word)), scorer));
        }
        return prompts;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public TextPrompt withName(String other) {
        return new TextPrompt(other, query, scorer);
    }

    @Override
    public Box extent(Size plane) {
        return new Box(0, 0, plane.width(), plane.height());
    }

    @Override
    public int[] fitting(Candidates candidates) {
        return candidates.places();
    }

    @Override
    public Answer answer(Candidates candidates) {
        int[] places = fitting(candidates);
        double[] similarities =
                candidates.scores(
                        (plane, objects, progress) ->
                                scorer.score(plane, objects, query, progress).answering(0),
                        places);
        List<Answer.Match> matches = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!Double.isNaN(similarities[i])) {
                matches.add(new Answer.Match(candidates.objects().get(places[i]), similarities[i]));
            }
        }
        matches.sort(Comparator.comparingDouble(match -> -match.fit()));
        return new Answer(this, matches.subList(0, Math.min(query.limit(), matches.size())));
    }

    /** True: the fit is a similarity. */
    @Override
    public boolean isByLooks() {
        return true;
    }
}
