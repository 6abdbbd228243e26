package sc.fiji.fastsam.segment;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a look at a plane, or at its middle, showed.
 *
 * @param gain network pixels per source pixel
 * @param diameter typical diameter of the objects seen, in source pixels; nothing if none was seen
 * @param bestScore of the objects seen, 0..1; 0 if none was seen
 * @param whole the raw results, if the look took in the whole plane at once
 */
record Look(
        double gain, OptionalDouble diameter, double bestScore, Optional<TilePrediction> whole) {}
