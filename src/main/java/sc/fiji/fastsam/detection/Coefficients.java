package sc.fiji.fastsam.detection;

/** Gives the mask coefficients of a row of a network's output. Thread-safe. */
@FunctionalInterface
public interface Coefficients {

    /** A new array with one coefficient a prototype. */
    float[] ofRow(int row);
}
