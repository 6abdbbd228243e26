package sc.fiji.fastsam.start;

/** A Java that ImageJ may run on, and what to do where it is too old. Immutable. */
final class JavaVersion {

    /** The oldest Java that the other classes of the jar run on. */
    static final int OLDEST = 17;

    private final String specification;
    private final String home;

    /**
     * A Java by its system properties.
     *
     * @param specification {@code java.specification.version}: {@code 1.8}, {@code 11}, {@code 17}
     * @param home {@code java.home}: its folder
     */
    JavaVersion(String specification, String home) {
        this.specification = specification;
        this.home = home;
    }

    /** The Java that runs this. */
    static JavaVersion current() {
        return new JavaVersion(
                System.getProperty("java.specification.version"), System.getProperty("java.home"));
    }

    /** Whether the other classes of the jar can be loaded. */
    boolean isEnough() {
        return number() >= OLDEST;
    }

    /** 8 for {@code 1.8}, 11 for {@code 11}. */
    int number() {
        String[] parts = specification.split("\\.");
        boolean old = parts.length > 1 && "1".equals(parts[0]);
        return Integer.parseInt(parts[old ? 1 : 0]);
    }

    /** What is wrong and what to do, in lines. */
    String advice() {
        return "FastSAM needs Java "
                + OLDEST
                + " or newer, but this ImageJ runs on Java "
                + number()
                + " ("
                + home
                + ").\n"
                + "Fiji: install the current Fiji from https://fiji.sc, which brings its own Java.\n"
                + "ImageJ: install Java "
                + OLDEST
                + " or newer, for example from https://adoptium.net, and start ImageJ with it:\n"
                + "    java -jar ij.jar";
    }
}
