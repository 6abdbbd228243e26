/**
 * From an image to its objects: {@link sc.fiji.fastsam.engine.ImageSegmenter} does what an {@link
 * sc.fiji.fastsam.engine.ImageTask} asks for, {@link sc.fiji.fastsam.engine.ImageObjects} gives
 * them out as labels, ROIs, overlay and table. What every way in calls. Positions are source pixels
 * of the whole image, also where only a selection was segmented.
 */
package sc.fiji.fastsam.engine;
