/**
 * Which networks exist, where their files are, and what a file says of itself: input, size, scale,
 * license. Sizes are network pixels.
 */
package sc.fiji.fastsam.model;
