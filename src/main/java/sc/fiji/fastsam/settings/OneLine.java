package sc.fiji.fastsam.settings;

/** Texts that stand in one line, as of tables and logs. */
public final class OneLine {

    private OneLine() {}

    /** A text without line ends and other control characters, as names of files may have. */
    public static String of(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", " ");
    }
}
