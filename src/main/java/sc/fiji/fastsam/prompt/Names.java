package sc.fiji.fastsam.prompt;

/** Names and coordinates of prompts as texts for users have them. */
final class Names {

    private Names() {}

    /**
     * The name without outer white space, and inner white space as "_": tables list several names
     * separated by spaces.
     *
     * @throws IllegalArgumentException if nothing is left
     */
    static String clean(String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "A prompt's name must not be blank. Leave it out to have one given.");
        }
        return name.strip().replaceAll("\\s+", "_");
    }

    /** A coordinate, whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
