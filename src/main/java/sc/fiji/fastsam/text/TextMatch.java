package sc.fiji.fastsam.text;

/**
 * An object that answers a word.
 *
 * @param word the word, as the user wrote it
 * @param object index in the list of objects that were scored
 * @param similarity cosine of the angle between the two, -1..1
 * @param rank 1 for the most similar object that answers the word, and so on
 */
public record TextMatch(String word, int object, double similarity, int rank) {}
