package sc.fiji.fastsam.opencv;

import sc.fiji.fastsam.mask.Mask;

/** Length of a mask's outline along pixel edges, holes included. */
final class Contour {

    private Contour() {}

    /** Number of pixel edges between a set and an unset pixel. */
    static long length(Mask mask) {
        long[] ends = new long[1];
        mask.forEachRun((y, x0, x1) -> ends[0] += 2);
        long shared = mask.intersectionArea(mask.translate(0, 1));
        return ends[0] + 2L * (mask.area() - shared);
    }
}
