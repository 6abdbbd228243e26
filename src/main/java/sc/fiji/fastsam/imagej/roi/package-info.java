/**
 * Objects as ImageJ regions: traced outlines, sets of them in files, overlays and pictures of them.
 * All coordinates are source pixels.
 */
package sc.fiji.fastsam.imagej.roi;
