/**
 * Prompts as ImageJ users give them: ROIs, ROI files, tables and typed numbers; and prompts shown
 * as an overlay. All coordinates are source pixels.
 */
package sc.fiji.fastsam.imagej.prompt;
