package sc.fiji.fastsam.detection;

import sc.fiji.fastsam.geometry.Box;

/**
 * One row of a network's output that says: here is an object.
 *
 * @param boxInNetwork its box, in network pixels, not clamped
 * @param score confidence of the best class, 0..1
 * @param classIndex the best class, from 0
 * @param coefficients mask coefficients, one a prototype; not copied, not to be changed
 */
public record Detection(Box boxInNetwork, float score, int classIndex, float[] coefficients) {}
