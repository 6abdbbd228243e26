package sc.fiji.fastsam.label;

import sc.fiji.fastsam.geometry.Region;

/** The ids of a plane's pixels, 0 = background: in memory, or painted where they are asked for. */
public sealed interface LabelPlane permits RasterLabels, PaintedLabels {

    /**
     * A new raster of the ids of a part, row by row, for the greatest id of the plane.
     *
     * @param region not empty, inside the plane
     */
    LabelRaster read(Region region);

    /**
     * The same with new ids.
     *
     * @param newIds id to take the place of each old one; {@code newIds[0]} is 0
     * @param maxId greatest new id
     */
    LabelPlane renumber(int[] newIds, int maxId);
}
