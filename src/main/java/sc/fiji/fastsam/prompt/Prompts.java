package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * The prompts for one image plane and how they choose. Immutable; each {@code and…} and {@code
 * with…} gives changed prompts and leaves these as they are.
 *
 * <p>{@code segmentation.select(Prompts.point(120, 88).andBackground(60, 40))} applies them.
 *
 * @param prompts in the user's order, which is the order of the results
 * @param settings how they choose
 */
public record Prompts(List<Prompt> prompts, PromptSettings settings)
        implements Function<Segmentation, Selection> {

    /** Copies the list. */
    public Prompts {
        prompts = List.copyOf(prompts);
    }

    /** No prompts yet, with default settings. */
    public static Prompts none() {
        return new Prompts(List.of(), PromptSettings.DEFAULT);
    }

    /** Some prompts, with default settings. */
    public static Prompts of(List<? extends Prompt> prompts) {
        return new Prompts(List.copyOf(prompts), PromptSettings.DEFAULT);
    }

    /** One foreground point, in source pixels, named "point1". */
    public static Prompts point(double x, double y) {
        return none().andPoint(x, y);
    }

    /** One box by its top left corner and sides, in source pixels, named "box1". */
    public static Prompts box(double x, double y, double width, double height) {
        return none().andBox(x, y, width, height);
    }

    /** With a further foreground point, named by its place among the foreground points. */
    public Prompts andPoint(double x, double y) {
        return and(new PointPrompt(nextName("point"), x, y, Role.FOREGROUND));
    }

    /** With a further background point, named by its place among the background points. */
    public Prompts andBackground(double x, double y) {
        return and(new PointPrompt(nextName("background"), x, y, Role.BACKGROUND));
    }

    /** With a further box, named by its place among the boxes. */
    public Prompts andBox(double x, double y, double width, double height) {
        return and(BoxPrompt.of(nextName("box"), x, y, width, height));
    }

    /** With a further prompt. */
    public Prompts and(Prompt prompt) {
        return and(List.of(prompt));
    }

    /** With further prompts. */
    public Prompts and(List<? extends Prompt> others) {
        List<Prompt> all = new ArrayList<>(prompts);
        all.addAll(others);
        return new Prompts(all, settings);
    }

    /** With other settings. */
    public Prompts withSettings(PromptSettings other) {
        return new Prompts(prompts, other);
    }

    /** True when there is no prompt. */
    public boolean isEmpty() {
        return prompts.isEmpty();
    }

    /** Number of prompts. */
    public int size() {
        return prompts.size();
    }

    /** The background points, in order. */
    public List<PointPrompt> background() {
        return points(Role.BACKGROUND);
    }

    /** The points of a role, in order. */
    public List<PointPrompt> points(Role role) {
        return prompts.stream()
                .filter(PointPrompt.class::isInstance)
                .map(PointPrompt.class::cast)
                .filter(point -> point.role() == role)
                .toList();
    }

    /** The boxes, in order. */
    public List<BoxPrompt> boxes() {
        return prompts.stream()
                .filter(BoxPrompt.class::isInstance)
                .map(BoxPrompt.class::cast)
                .toList();
    }

    /**
     * Checks, before anything slow, that these prompts can be used on an image.
     *
     * @throws IllegalArgumentException if there is none, or a box lies wholly outside
     */
    public void checkAgainst(Size size) {
        if (isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no prompt. Give a point or a box, as Prompts.point(120, 88).");
        }
        ClampedPrompts.of(prompts, size);
    }

    /** Chooses among the objects of a segmentation; see {@link Selector#select}. */
    public Selection select(Segmentation segmentation) {
        return Selector.of(segmentation).select(this);
    }

    @Override
    public Selection apply(Segmentation segmentation) {
        return select(segmentation);
    }

    /** "3 points, 1 background point, 2 boxes". */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        addCount(parts, points(Role.FOREGROUND).size(), "point", "points");
        addCount(parts, background().size(), "background point", "background points");
        addCount(parts, boxes().size(), "box", "boxes");
        return parts.isEmpty() ? "no prompts" : String.join(", ", parts);
    }

    private static void addCount(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    /** "kindN" with the smallest N from the number of prompts so named on that is free. */
    private String nextName(String kind) {
        Set<String> taken = prompts.stream().map(Prompt::name).collect(Collectors.toSet());
        long next = taken.stream().filter(name -> name.startsWith(kind)).count() + 1;
        while (taken.contains(kind + next)) {
            next++;
        }
        return kind + next;
    }
}
