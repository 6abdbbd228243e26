package sc.fiji.fastsam.batch.journal;

import java.io.IOException;

/** A file that is this run's until it is closed, or its process ends. */
@FunctionalInterface
public interface Claim extends AutoCloseable {

    /** Lets others have it. */
    @Override
    void close() throws IOException;
}
