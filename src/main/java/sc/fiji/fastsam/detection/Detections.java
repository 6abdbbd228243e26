package sc.fiji.fastsam.detection;

import java.util.List;

/**
 * What non-maximum suppression left.
 *
 * @param detections best score first, then from top to bottom, then from left to right
 * @param cut how many more there were beyond the limit on the number of objects
 */
public record Detections(List<Detection> detections, int cut) {

    /** Copies the list. */
    public Detections {
        detections = List.copyOf(detections);
    }
}
