package sc.fiji.fastsam.detection;

import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;

/**
 * What a head read from a network's outputs.
 *
 * @param detections best score first
 * @param prototypes [k, y, x], k as the length of the coefficients; y and x in prototype pixels (a
 *     quarter of the network's)
 */
public record Decoded(List<Detection> detections, Tensor prototypes) {

    /** Copies the list. */
    public Decoded {
        detections = List.copyOf(detections);
    }
}
