package sc.fiji.fastsam.io;

import java.io.IOException;
import java.util.Locale;
import sc.fiji.fastsam.geometry.Size;

/** What fits into Java's memory; refuses what cannot before memory is taken for it. */
public final class MemoryNeed {

    /** Elements of the longest array that every Java makes. */
    public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Share of Java's memory that an image, or a plane with what is made of it, may take. */
    private static final double MOST = 0.8;

    /** Share of Java's memory that a stack may take, besides what is made of its planes. */
    private static final double MOST_OF_STACK = 0.5;

    private static final double MB = 1 << 20;

    private MemoryNeed() {}

    /** The most bytes that Java may ever have. */
    public static double memory() {
        return Runtime.getRuntime().maxMemory();
    }

    /**
     * True where a plane fits into memory at all, and into one array.
     *
     * @param bytes of its pixels and what is made of them
     * @param memory that there is, in bytes
     */
    public static boolean holdsPlane(Size size, double bytes, double memory) {
        return size.area() <= LONGEST_ARRAY && bytes <= MOST * memory;
    }

    /**
     * True where a stack is kept in memory whole.
     *
     * @param bytes of its pixels
     * @param memory that there is, in bytes
     */
    public static boolean holdsStack(double bytes, double memory) {
        return bytes <= MOST_OF_STACK * memory;
    }

    /** What to say where Java has run out of memory; a half sentence and the way out. */
    public static String shortage() {
        return String.format(
                Locale.ROOT,
                "needs more memory than Java was given (%.0f MB). Give it more, as with"
                        + " FASTSAM_JAVA_OPTS=-Xmx8g.",
                Math.floor(memory() / MB));
    }

    /**
     * @param bytes that will be taken at a time
     * @param wayOut a sentence
     * @throws IOException if that is more than Java may ever have
     */
    public static void check(double bytes, String wayOut) throws IOException {
        if (bytes > MOST * memory()) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "needs more memory: its pixels take %.0f MB, but Java may use %.0f MB."
                                    + " Give it more (-Xmx), or %s",
                            bytes / MB,
                            memory() / MB,
                            wayOut));
        }
    }
}
