package sc.fiji.fastsam.prompt;

import sc.fiji.fastsam.geometry.Box;

/**
 * A box drawn round an object.
 *
 * @param name what results call it; white space becomes "_"
 * @param boxInSource its edges, in source pixels
 */
public record BoxPrompt(String name, Box boxInSource) implements Prompt {

    /**
     * @throws IllegalArgumentException if an edge is not finite, a side is not positive or the name
     *     is blank
     */
    public BoxPrompt {
        name = Names.clean(name);
        Box box = boxInSource;
        if (!Float.isFinite(box.x0() + box.y0() + box.x1() + box.y1())) {
            throw new IllegalArgumentException(
                    "The edges of box '" + name + "' must be finite numbers, but were " + box);
        }
        if (box.width() <= 0 || box.height() <= 0) {
            throw new IllegalArgumentException(
                    "The sides of box '"
                            + name
                            + "' must be greater than 0, but were "
                            + (box.x1() - box.x0())
                            + " x "
                            + (box.y1() - box.y0())
                            + ".");
        }
    }

    /** A box by its top left corner and its sides. */
    public static BoxPrompt of(String name, double x, double y, double width, double height) {
        return new BoxPrompt(
                name, new Box((float) x, (float) y, (float) (x + width), (float) (y + height)));
    }

    /** False: a box always means an object. */
    @Override
    public boolean isBackground() {
        return false;
    }

    @Override
    public BoxPrompt withName(String other) {
        return new BoxPrompt(other, boxInSource);
    }

    @Override
    public BoxPrompt translate(double dx, double dy) {
        return new BoxPrompt(name, boxInSource.translate((float) dx, (float) dy));
    }
}
