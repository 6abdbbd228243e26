/**
 * Objects of neighboring planes that are one: masks of a stack of slices or of a time series in,
 * one id an object through the whole stack out. All coordinates are source pixels of the planes,
 * which lie on each other.
 */
package sc.fiji.fastsam.link;
