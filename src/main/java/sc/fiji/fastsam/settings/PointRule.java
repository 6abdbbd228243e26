package sc.fiji.fastsam.settings;

/** Which of the masks under a point is the object meant. Equal ones: the better score. */
public enum PointRule {
    /** The one with the best score. */
    BEST_SCORE,
    /** The union of all of them, as in the paper. */
    MERGE,
    /** The one with the smallest area. */
    SMALLEST,
    /** The one with the largest area. */
    LARGEST
}
