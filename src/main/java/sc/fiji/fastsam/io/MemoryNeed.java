package sc.fiji.fastsam.io;

import java.io.IOException;
import java.util.Locale;

/** Refuses what cannot fit before memory is taken for it. */
public final class MemoryNeed {

    /** Share of Java's memory that an image may take. */
    private static final double SHARE = 0.8;

    private static final double MB = 1 << 20;

    private MemoryNeed() {}

    /**
     * @param bytes that will be taken at a time
     * @param wayOut a sentence
     * @throws IOException if that is more than Java may ever have
     */
    public static void check(double bytes, String wayOut) throws IOException {
        double most = Runtime.getRuntime().maxMemory();
        if (bytes > SHARE * most) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "needs more memory: its pixels take %.0f MB, but Java may use %.0f MB."
                                    + " Give it more (-Xmx), or %s",
                            bytes / MB,
                            most / MB,
                            wayOut));
        }
    }
}
