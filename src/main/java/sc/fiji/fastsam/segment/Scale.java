package sc.fiji.fastsam.segment;

import java.util.Optional;

/**
 * A chosen scale.
 *
 * @param gain network pixels per source pixel
 * @param whole raw results of the whole plane at this gain, if looking for it gave them
 */
record Scale(double gain, Optional<TilePrediction> whole) {

    /** A gain that nothing was run at yet. */
    static Scale of(double gain) {
        return new Scale(gain, Optional.empty());
    }
}
