package sc.fiji.fastsam.settings;

/** Numbers of things in sentences. */
public final class Counted {

    private Counted() {}

    /** "1 object", "0 objects", "12 objects". */
    public static String objects(long number) {
        return text(number, "object");
    }

    /**
     * "1 background point", "3 background points".
     *
     * @param noun in the singular, of those that take an s
     */
    public static String text(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
