/**
 * Any ImgLib2 image to normalized RGB planes (source pixels) and on to a network's input (network
 * pixels).
 */
package sc.fiji.fastsam.image;
