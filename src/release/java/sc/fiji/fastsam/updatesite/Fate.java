package sc.fiji.fastsam.updatesite;

import java.util.Arrays;
import java.util.Locale;

/** Where a jar of the distribution goes when FastSAM is put into a Fiji. */
enum Fate {
    /** Into Fiji's folder {@code jars}: Fiji does not ship it. */
    JARS,
    /** As {@link #JARS}, with the natives in a jar of their own for each platform. */
    NATIVES,
    /** Nowhere: Fiji ships it. */
    FIJI,
    /** Nowhere: only the command line uses it. */
    COMMAND_LINE;

    /**
     * By the word that the list of jars uses, such as {@code command-line}.
     *
     * @throws BuildException if there is no such word
     */
    static Fate of(String word) throws BuildException {
        for (Fate fate : values()) {
            if (fate.word().equals(word)) {
                return fate;
            }
        }
        String words = String.join(", ", Arrays.stream(values()).map(Fate::word).toList());
        throw new BuildException("'" + word + "' says nothing of where a jar goes: " + words + ".");
    }

    /** Whether such a jar is put into a Fiji by us. */
    boolean isShipped() {
        return this == JARS || this == NATIVES;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
