package sc.fiji.fastsam.image;

/** Parts of a plane, from top to bottom, each in the memory of the one before. Not thread-safe. */
@FunctionalInterface
public interface PlaneBands {

    /**
     * Pixels of the plane that hold a row. They change when the next is asked for.
     *
     * @param y row of the plane; not above the last that was asked for
     */
    PlaneBand holding(int y);
}
