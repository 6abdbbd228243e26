package sc.fiji.fastsam.prompt;

import java.util.Objects;

/**
 * A point on an object, or on something that is not wanted.
 *
 * @param name what results call it; white space becomes "_"
 * @param x horizontal place in source pixels; any sub-pixel place of a pixel means that pixel
 * @param y vertical place
 * @param role what the point says
 */
public record PointPrompt(String name, double x, double y, Role role) implements Prompt {

    /**
     * @throws IllegalArgumentException if a coordinate is not finite or the name is blank
     */
    public PointPrompt {
        name = Names.clean(name);
        Objects.requireNonNull(role, "role");
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                    "The coordinates of point '"
                            + name
                            + "' must be finite numbers, but were "
                            + x
                            + ", "
                            + y
                            + ".");
        }
    }

    /** Column of the pixel that holds the point. */
    public int column() {
        return (int) Math.floor(x);
    }

    /** Row of the pixel that holds the point. */
    public int row() {
        return (int) Math.floor(y);
    }

    @Override
    public boolean isBackground() {
        return role == Role.BACKGROUND;
    }

    @Override
    public PointPrompt withName(String other) {
        return new PointPrompt(other, x, y, role);
    }

    @Override
    public PointPrompt translate(double dx, double dy) {
        return new PointPrompt(name, x + dx, y + dy, role);
    }
}
