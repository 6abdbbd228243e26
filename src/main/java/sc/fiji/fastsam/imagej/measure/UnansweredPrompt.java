package sc.fiji.fastsam.imagej.measure;

import sc.fiji.fastsam.imagej.PlanePosition;

/**
 * A prompt that no object of the results answers.
 *
 * @param name of the prompt
 * @param position of the plane on which it was asked
 * @param reason {@link #NO_MATCH}, {@link #COVERED} or {@link #OTHER_PLANE}
 */
public record UnansweredPrompt(String name, PlanePosition position, String reason) {

    /** Nothing was found there. */
    public static final String NO_MATCH = "no match";

    /** Its object was found, but others cover all of it in the label image. */
    public static final String COVERED = "covered by others";

    /** It is for a plane that was not taken. */
    public static final String OTHER_PLANE = "for another plane";
}
