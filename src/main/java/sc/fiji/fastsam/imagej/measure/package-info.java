/**
 * Measures of objects on the original pixels, and tables of them. Source pixels in, the image's
 * calibrated units out.
 */
package sc.fiji.fastsam.imagej.measure;
