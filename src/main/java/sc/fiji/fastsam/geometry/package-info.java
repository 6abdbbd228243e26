/**
 * Immutable values for places and sizes. Boxes are half-open in pixel-edge coordinates, x to the
 * right, y down; each coordinate's frame (source, network, prototype) stands in its name.
 */
package sc.fiji.fastsam.geometry;
