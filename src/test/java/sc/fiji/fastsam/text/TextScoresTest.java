package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextScoresTest {

    private static final TextQuery QUERY = TextQuery.of("round; long");

    /** Four objects by the words "round" and "long". */
    private static final double[][] WANTED = {{0.3, 0.1}, {0.2, 0.2}, {0.3, 0.25}, {-0.1, 0.4}};

    private static TextScores scores(TextQuery query, double[]... unwanted) {
        return new TextScores(
                query, WANTED, unwanted.length == 0 ? new double[4][0] : unwanted, List.of());
    }

    private static List<Integer> objects(TextScores scores, String word) {
        return scores.matches().stream()
                .filter(match -> match.word().equals(word))
                .map(TextMatch::object)
                .toList();
    }

    @Test
    void takesTheMostSimilarObjectOfEachWordWhenNothingElseIsSaid() {
        assertEquals(
                List.of(new TextMatch("round", 0, 0.3, 1), new TextMatch("long", 3, 0.4, 1)),
                scores(QUERY).matches());
    }

    @Test
    void ranksEqualObjectsInTheirOwnOrder() {
        assertEquals(List.of(0, 2, 1, 3), scores(QUERY).ranking(0));
        assertEquals(List.of(3, 2, 1, 0), scores(QUERY).ranking(1));
    }

    @Test
    void takesSoManyAWord() {
        TextScores scores = scores(QUERY.withTop(2));
        assertEquals(List.of(0, 2), objects(scores, "round"));
        assertEquals(List.of(3, 2), objects(scores, "long"));
    }

    @Test
    void takesAllThereAreWhenMoreAreAskedFor() {
        assertEquals(List.of(0, 2, 1, 3), objects(scores(QUERY.withTop(99)), "round"));
    }

    @Test
    void takesAllThatReachTheLeastSimilarity() {
        TextScores scores = scores(QUERY.withMinSimilarity(0.2));
        assertEquals(List.of(0, 2, 1), objects(scores, "round"));
        assertEquals(List.of(3, 2, 1), objects(scores, "long"));
    }

    @Test
    void takesBothLimitsTogether() {
        assertEquals(List.of(0), objects(scores(QUERY.withTop(1).withMinSimilarity(0.2)), "round"));
    }

    @Test
    void leavesOutWhatIsMoreSimilarToAnUnwantedWord() {
        double[][] unwanted = {{0.35}, {0.1}, {0.28}, {0.4}};
        TextScores scores = scores(QUERY.withNot("debris").withTop(4), unwanted);
        assertEquals(List.of(2, 1), objects(scores, "round"));
        assertEquals(List.of(3, 1), objects(scores, "long"));
        assertEquals(0.28, scores.unwantedSimilarity(2, 0));
    }

    @Test
    void namesWordsThatNoObjectAnswers() {
        assertEquals(List.of("round"), scores(QUERY.withMinSimilarity(0.35)).unmatched());
    }

    @Test
    void tellsTheWordThatAnObjectIsMostSimilarTo() {
        TextScores scores = scores(QUERY);
        assertEquals(
                List.of(0, 0, 0, 1),
                List.of(
                        scores.bestWord(0),
                        scores.bestWord(1),
                        scores.bestWord(2),
                        scores.bestWord(3)));
    }

    @Test
    void hasNoMatchWithoutObjects() {
        TextScores none = new TextScores(QUERY, new double[0][], new double[0][], List.of());
        assertEquals(List.of(), none.matches());
        assertEquals(List.of("round", "long"), none.unmatched());
    }
}
