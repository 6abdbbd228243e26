package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.fastsam.model.ModelFile;

/**
 * The network of a run.
 *
 * @param hash SHA-256 of its content; empty if it is not known
 * @param file where it was read, over which no result is written; nothing if it came with the
 *     software
 */
public record UsedNetwork(String hash, Optional<Path> file) {

    /** One of which nothing is known, as in a test. */
    public static final UsedNetwork UNKNOWN = new UsedNetwork("", Optional.empty());

    /**
     * Looks at a network.
     *
     * @throws IOException if it cannot be read
     */
    public static UsedNetwork of(ModelFile model) throws IOException {
        return new UsedNetwork(model.sha256(), model.path());
    }
}
