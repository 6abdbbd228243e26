package sc.fiji.fastsam.label;

import sc.fiji.fastsam.geometry.Region;

/**
 * Ids that are in memory.
 *
 * @param width of the plane
 * @param raster all ids
 */
record RasterLabels(int width, LabelRaster raster) implements LabelPlane {

    @Override
    public LabelRaster read(Region region) {
        return raster.crop(width, region);
    }

    @Override
    public LabelPlane renumber(int[] newIds, int maxId) {
        return new RasterLabels(width, raster.renumber(newIds, maxId));
    }
}
