package sc.fiji.fastsam.host;

import java.util.List;
import java.util.function.BiConsumer;

/** A command that tells its dialog what it found while values change. */
public interface Noting {

    /** Keys of the inputs that notes stand beside. */
    List<String> noted();

    /**
     * Who is told: the key and the text, on any thread. Before, nobody is.
     *
     * @param notes replaces the one before
     */
    void listen(BiConsumer<String, String> notes);

    /**
     * Values of a whole number in words, each with its number in brackets at the end, as "active
     * channel (-1)"; empty where a field for the number will do.
     */
    List<String> words(String key);
}
