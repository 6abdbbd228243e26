package sc.fiji.fastsam.link;

/**
 * A track and an object that may be its next.
 *
 * @param track index
 * @param spot index
 * @param score how well they suit, above 0
 */
record Pair(int track, int spot, double score) {}
