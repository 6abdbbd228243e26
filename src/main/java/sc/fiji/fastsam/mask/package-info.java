/**
 * Pixels of objects: bit rasters local to their boxes, their arithmetic, and the result type {@link
 * sc.fiji.fastsam.mask.Segmentation}. All coordinates are source pixels.
 */
package sc.fiji.fastsam.mask;
