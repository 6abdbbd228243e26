package sc.fiji.fastsam.link;

import sc.fiji.fastsam.mask.Mask;

/**
 * An object of a plane with what links go by.
 *
 * @param mask its pixels
 * @param x horizontal centroid
 * @param y vertical centroid
 * @param diameter of a circle of the same area
 */
record Spot(Mask mask, double x, double y, double diameter) {

    static Spot of(Mask mask) {
        double diameter = 2 * Math.sqrt(mask.area() / Math.PI);
        return new Spot(mask, mask.xCentroid(), mask.yCentroid(), diameter);
    }

    double distanceTo(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** Smaller area over greater area, 0..1. */
    double likeness(Spot other) {
        double mine = mask.area();
        double theirs = other.mask.area();
        return Math.min(mine, theirs) / Math.max(mine, theirs);
    }

    /** Moved by a vector, to the nearest whole pixels. */
    Spot moved(double dx, double dy) {
        int wholeX = (int) Math.round(dx);
        int wholeY = (int) Math.round(dy);
        return wholeX == 0 && wholeY == 0
                ? this
                : new Spot(mask.translate(wholeX, wholeY), x + wholeX, y + wholeY, diameter);
    }
}
