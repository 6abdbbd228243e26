package sc.fiji.fastsam.model.graph;

import java.io.IOException;

/** Numbers of a weight, computed when the file is written. */
@FunctionalInterface
public interface FloatSource {

    /**
     * All numbers, in row-major order.
     *
     * @throws IOException if they cannot be read
     */
    float[] read() throws IOException;
}
