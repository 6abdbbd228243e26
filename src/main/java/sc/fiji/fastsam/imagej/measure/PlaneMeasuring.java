package sc.fiji.fastsam.imagej.measure;

import java.util.List;

/**
 * What is measured of the objects of a plane.
 *
 * @param plane the original pixels and where they lie
 * @param channels whose values are measured besides, of the same slice and frame
 * @param ring width of a ring round each object that is measured in all of them, in pixels; 0 =
 *     none
 */
public record PlaneMeasuring(MeasuredPlane plane, List<MeasuredChannel> channels, int ring) {

    /** Copies the list. */
    public PlaneMeasuring {
        channels = List.copyOf(channels);
    }

    /** The objects' own pixels in one channel. */
    public PlaneMeasuring(MeasuredPlane plane) {
        this(plane, List.of(), 0);
    }
}
