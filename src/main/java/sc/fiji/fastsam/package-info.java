/**
 * The front door for scripts and programs: {@link sc.fiji.fastsam.FastSam} takes an image to its
 * {@link sc.fiji.fastsam.engine.ImageObjects}. All coordinates are source pixels.
 */
package sc.fiji.fastsam;
