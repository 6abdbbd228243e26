package sc.fiji.fastsam.model.checkpoint;

import java.io.IOException;

/** A tensor in a checkpoint, read when it is asked for. */
public final class Weights {

    private final CheckpointFile file;
    private final TensorReference reference;

    Weights(CheckpointFile file, TensorReference reference) {
        this.file = file;
        this.reference = reference;
    }

    /** Length of each axis, all at least 1; a copy. */
    public int[] shape() {
        return reference.shape().clone();
    }

    /** Product of the shape. */
    public int count() {
        return reference.count();
    }

    /**
     * The numbers, in row-major order; read anew at each call.
     *
     * @throws IOException if they cannot be read
     */
    public float[] read() throws IOException {
        return file.read(reference);
    }
}
