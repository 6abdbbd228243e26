/**
 * From an image to its objects: {@link sc.fiji.fastsam.engine.SegmentationTool} takes an image, its
 * selection and its stack to objects, {@link sc.fiji.fastsam.engine.ImageObjects} gives them out as
 * labels, ROIs, overlay and table. What every way in calls. Positions are source pixels of the
 * whole image, also where only a selection was segmented.
 */
package sc.fiji.fastsam.engine;
