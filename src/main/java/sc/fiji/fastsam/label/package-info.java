/**
 * {@link sc.fiji.fastsam.mask.Segmentation} to label image: one id a pixel, by an explicit rule
 * where masks overlap. All coordinates are source pixels.
 */
package sc.fiji.fastsam.label;
