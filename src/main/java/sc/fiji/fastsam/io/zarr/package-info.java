/**
 * OME-Zarr in local folders, v0.1 to v0.4 (Zarr v2) and v0.5 (Zarr v3): images by region, and label
 * images out. Coordinates are pixels of a level; axes are in the store's order.
 */
package sc.fiji.fastsam.io.zarr;
