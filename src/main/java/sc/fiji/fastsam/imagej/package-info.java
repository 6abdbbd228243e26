/**
 * ImageJ's images on the way in and out: a plane of an {@code ImagePlus} to RGB planes, label
 * images as calibrated {@code ImagePlus}. All coordinates are source pixels; positions count from
 * 1, as ImageJ's.
 */
package sc.fiji.fastsam.imagej;
