/**
 * Segments what is open in ImageJ: {@link sc.fiji.fastsam.tool.SegmentationTool} takes an image,
 * its selection and its stack to objects, {@link sc.fiji.fastsam.tool.ImageObjects} gives them out
 * as labels, ROIs, overlay and table. What commands call. Positions are source pixels of the whole
 * image, also where only a selection was segmented.
 */
package sc.fiji.fastsam.tool;
