package sc.fiji.fastsam.evaluate;

/**
 * The score of one image.
 *
 * @param name stem of its file; of stacks with the plane, as "cells [3]"
 * @param matching of its objects
 */
public record ImageScore(String name, Matching matching) {}
