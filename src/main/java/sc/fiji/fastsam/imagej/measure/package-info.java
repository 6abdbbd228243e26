/**
 * Measures of objects on the original pixels, and tables and GeoJSON of them. Source pixels in, the
 * image's calibrated units out, but for outlines and boxes, which stay in pixels.
 */
package sc.fiji.fastsam.imagej.measure;
