package sc.fiji.fastsam.prompt;

import sc.fiji.fastsam.geometry.Box;

/**
 * Makes something of the geometry of prompts, as a drawing does; see {@link Prompt#shape}.
 *
 * @param <T> what it makes
 */
public interface PromptShapes<T> {

    /** Of a point in source pixels. */
    T point(double x, double y, Role role);

    /** Of a box. */
    T box(Box boxInSource);
}
