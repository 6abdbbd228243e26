/**
 * The pipeline: {@link sc.fiji.fastsam.segment.Segmenter} turns an image plane into a {@link
 * sc.fiji.fastsam.mask.Segmentation}. Source pixels outside, network pixels inside.
 */
package sc.fiji.fastsam.segment;
