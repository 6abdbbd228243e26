/**
 * Image files as ImageJ's images: in memory where they fit, else planes that are read when asked.
 */
package sc.fiji.fastsam.imagej.file;
