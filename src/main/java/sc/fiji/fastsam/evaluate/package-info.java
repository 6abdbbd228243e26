/**
 * How well label images agree with the truth: objects matched one to one by their overlap, average
 * precision per image and pooled. All coordinates are pixels of the label images.
 */
package sc.fiji.fastsam.evaluate;
