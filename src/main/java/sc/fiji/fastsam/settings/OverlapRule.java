package sc.fiji.fastsam.settings;

/** Which of several objects gets a pixel that all of them hold. */
public enum OverlapRule {
    /** The one of smallest area, so that nested objects show. */
    SMALLEST_ON_TOP,
    /** The one of highest score. */
    HIGHEST_SCORE_ON_TOP,
    /** The one of largest area; nested objects vanish. */
    LARGEST_ON_TOP
}
