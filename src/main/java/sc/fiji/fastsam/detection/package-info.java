/**
 * From a network's raw outputs to {@link sc.fiji.fastsam.detection.Detection}s: layouts, score
 * filter, non-maximum suppression. All coordinates are network pixels.
 */
package sc.fiji.fastsam.detection;
