package sc.fiji.fastsam.command;

import sc.fiji.fastsam.settings.Choices;

/** Which planes of a stack are segmented. */
enum PlanesChoice {
    /** The one that is shown. */
    CURRENT_PLANE,
    /** All slices and frames. */
    WHOLE_STACK;

    /**
     * @throws IllegalArgumentException if the text is none of the choices
     */
    static PlanesChoice of(String text) {
        return Choices.of(PlanesChoice.class, "stack", text);
    }
}
