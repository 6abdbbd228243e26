/**
 * Chooses and combines the objects of a {@link sc.fiji.fastsam.mask.Segmentation} by points, boxes
 * and whatever else implements {@link sc.fiji.fastsam.prompt.Prompt}. All coordinates are source
 * pixels, pixel-edge: the point (2.0 .. 2.99, 5.5) lies in pixel (2, 5).
 */
package sc.fiji.fastsam.prompt;
