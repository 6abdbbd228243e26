package sc.fiji.fastsam.prompt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.settings.PointsMode;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * A point on an object, or on something that is not wanted.
 *
 * @param name what results call it; white space becomes "_"
 * @param x horizontal place in source pixels; any sub-pixel place of a pixel means that pixel
 * @param y vertical place
 * @param role what the point says
 */
public record PointPrompt(String name, double x, double y, Role role) implements Prompt {

    /** NB: measured; below it, closer looks find the object meant more often than they lose it. */
    private static final double GOOD_SCORE = 0.5;

    private static final Kind FOREGROUND = new Kind("point", "points", 0);
    private static final Kind BACKGROUND = new Kind("background point", "background points", 1);

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
    public Kind kind() {
        return isBackground() ? BACKGROUND : FOREGROUND;
    }

    @Override
    public boolean isBackground() {
        return role == Role.BACKGROUND;
    }

    @Override
    public PointPrompt withName(String other) {
        return new PointPrompt(other, x, y, role);
    }

    /** The same point moved; offsets in source pixels. */
    public PointPrompt translate(double dx, double dy) {
        return new PointPrompt(name, x + dx, y + dy, role);
    }

    /** Its pixel. */
    @Override
    public Box extent(Size plane) {
        return new Box(column(), row(), column() + 1, row() + 1);
    }

    /** The objects that hold its pixel. */
    @Override
    public int[] fitting(Candidates candidates) {
        return candidates.at(column(), row());
    }

    /** Of the objects that hold its pixel the one under the rule in force, or their union. */
    @Override
    public Answer answer(Candidates candidates) {
        return new CommonObject(candidates).answers(List.of(this)).get(0);
    }

    @Override
    public boolean answersTogether(PromptSettings settings) {
        return settings.pointsMode() == PointsMode.TOGETHER;
    }

    /** True for an object with a score of {@value #GOOD_SCORE} or more. */
    @Override
    public boolean isWellAnswered(Answer answer) {
        return answer.fit() >= GOOD_SCORE;
    }

    /** The usual one, half and twice of it. */
    @Override
    public double[] likelyDiameters(double usual) {
        return new double[] {usual, usual / 2, usual * 2};
    }

    @Override
    public <T> Optional<T> shape(PromptShapes<T> shapes) {
        return Optional.of(shapes.point(x, y, role));
    }

    /** Outside of the image, the center of the nearest pixel. */
    @Override
    public PointPrompt inside(Size plane, Consumer<String> notes) {
        if (x >= 0 && y >= 0 && x < plane.width() && y < plane.height()) {
            return this;
        }
        notes.accept(
                "point '"
                        + name
                        + "' at "
                        + Names.number(x)
                        + ", "
                        + Names.number(y)
                        + " lies outside of the image ("
                        + plane
                        + "): the nearest pixel was taken");
        return new PointPrompt(name, nearest(x, plane.width()), nearest(y, plane.height()), role);
    }

    /** The coordinate itself inside, else the center of the nearest pixel. */
    private static double nearest(double value, int length) {
        return value < 0 ? 0.5 : value >= length ? length - 0.5 : value;
    }
}
