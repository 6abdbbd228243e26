package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;

/**
 * Prompts moved into an image: points to the nearest pixel, boxes cut at the border.
 *
 * @param prompts in the same order, all inside
 * @param notes one for each prompt that was moved
 */
record ClampedPrompts(List<Prompt> prompts, List<String> notes) {

    /**
     * Takes points outside to the nearest pixel and cuts boxes at the border.
     *
     * @throws IllegalArgumentException if a box lies wholly outside
     */
    static ClampedPrompts of(List<Prompt> prompts, Size size) {
        List<Prompt> inside = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Prompt prompt : prompts) {
            Prompt moved =
                    prompt instanceof PointPrompt point
                            ? inside(point, size)
                            : inside((BoxPrompt) prompt, size);
            if (!moved.equals(prompt)) {
                notes.add(note(prompt, size));
            }
            inside.add(moved);
        }
        return new ClampedPrompts(List.copyOf(inside), List.copyOf(notes));
    }

    private static PointPrompt inside(PointPrompt point, Size size) {
        boolean in =
                point.x() >= 0
                        && point.y() >= 0
                        && point.x() < size.width()
                        && point.y() < size.height();
        return in
                ? point
                : new PointPrompt(
                        point.name(),
                        nearest(point.x(), size.width()),
                        nearest(point.y(), size.height()),
                        point.role());
    }

    /** The coordinate itself inside, else the center of the nearest pixel. */
    private static double nearest(double value, int length) {
        return value < 0 ? 0.5 : value >= length ? length - 0.5 : value;
    }

    private static BoxPrompt inside(BoxPrompt prompt, Size size) {
        Box cut = prompt.boxInSource().clampTo(size);
        if (cut.area() <= 0) {
            throw new IllegalArgumentException(
                    "Box '"
                            + prompt.name()
                            + "' ("
                            + text(prompt.boxInSource())
                            + ") lies outside of the image ("
                            + size
                            + "). Draw it over the object, or leave it out.");
        }
        return new BoxPrompt(prompt.name(), cut);
    }

    private static String note(Prompt prompt, Size size) {
        return prompt instanceof PointPrompt point
                ? "point '"
                        + point.name()
                        + "' at "
                        + text(point.x())
                        + ", "
                        + text(point.y())
                        + " lies outside of the image ("
                        + size
                        + "): the nearest pixel was taken"
                : "box '" + prompt.name() + "' reaches outside of the image: it was cut";
    }

    private static String text(Box box) {
        return "x "
                + text(box.x0())
                + ", y "
                + text(box.y0())
                + ", "
                + text(box.width())
                + " x "
                + text(box.height());
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
