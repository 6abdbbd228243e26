package sc.fiji.fastsam.model.pickle;

/**
 * Stands for something kept outside of the pickle.
 *
 * @param id as in the pickle; for PyTorch a tuple that names a storage
 */
public record PersistentId(Object id) {

    /** NB: not of the id, which may hold itself. */
    @Override
    public String toString() {
        return "a persistent id";
    }
}
