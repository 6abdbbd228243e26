/**
 * The only place that uses OpenCV: clean-up of masks. Its natives are loaded at the first use. All
 * coordinates are source pixels.
 */
package sc.fiji.fastsam.opencv;
