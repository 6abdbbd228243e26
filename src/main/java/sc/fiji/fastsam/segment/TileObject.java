package sc.fiji.fastsam.segment;

import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * An object as one tile shows it.
 *
 * @param object in source coordinates of the plane
 * @param tile that it was found in
 * @param cut true when it may go on beyond the tile
 */
record TileObject(SegmentedObject object, Tile tile, boolean cut) {}
