package sc.fiji.fastsam.settings;

/** Which of the masks under a point is the object meant. Equal ones: the better score. */
public enum PointRule {
    /**
     * The smallest of those with about the best score (half of it or more): what lies in a larger
     * object can be pointed at nowhere else.
     */
    BEST_SCORE,
    /** The union of all of them, as in the paper. */
    MERGE,
    /** The one with the smallest area. */
    SMALLEST,
    /** The one with the largest area. */
    LARGEST
}
