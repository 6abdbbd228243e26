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
    public int[] read(Region region) {
        int[] ids = new int[Math.toIntExact(region.area())];
        for (int i = 0; i < ids.length; i++) {
            int y = region.y() + i / region.width();
            ids[i] = raster.get(y * width + region.x() + i % region.width());
        }
        return ids;
    }

    @Override
    public LabelPlane renumber(int[] newIds, int maxId) {
        return new RasterLabels(width, raster.renumber(newIds, maxId));
    }
}
