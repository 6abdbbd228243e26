/**
 * Image files in, by region and whatever the format, without ImageJ; result files out, each whole
 * or not at all. Coordinates are pixels of the level that is read, x to the right, y down;
 * channels, slices and frames count from 0. Messages of errors follow the file's name ("is cut
 * short: ..."), which they do not repeat.
 */
package sc.fiji.fastsam.io;
