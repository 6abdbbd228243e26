package sc.fiji.fastsam.image;

import sc.fiji.fastsam.geometry.Region;

/** A part of a plane, band by band from top to bottom. Not thread-safe. */
final class PlaneBands {

    private final RgbPlane plane;
    private final Region part;
    private PlaneBand band;

    PlaneBands(RgbPlane plane, Region part) {
        this.plane = plane;
        this.part = part;
        this.band = plane.band(part);
    }

    /** Pixels of the plane that hold a row of the part; rows are asked for from top to bottom. */
    PlaneBand holding(int y) {
        if (!band.hasRow(y)) {
            band = plane.band(new Region(part.x(), y, part.width(), part.yEnd() - y));
        }
        return band;
    }
}
