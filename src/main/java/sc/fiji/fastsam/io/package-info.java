/**
 * Image files by region: planes of pixels, whatever the format, without ImageJ. Coordinates are
 * pixels of the level that is read, x to the right, y down; channels, slices and frames count from
 * 0. Messages of errors follow the file's name ("is cut short: ..."), which they do not repeat.
 */
package sc.fiji.fastsam.io;
