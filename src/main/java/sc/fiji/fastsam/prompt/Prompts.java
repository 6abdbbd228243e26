package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * @param notes what a user should know of them: which were moved into the image
 */
public record Prompts(List<Prompt> prompts, PromptSettings settings, List<String> notes)
        implements Function<Segmentation, Answers> {

    /** Copies the lists. */
    public Prompts {
        prompts = List.copyOf(prompts);
        notes = List.copyOf(notes);
    }

    /** No prompts yet, with default settings. */
    public static Prompts none() {
        return of(List.of());
    }

    /** Some prompts, with default settings. */
    public static Prompts of(List<? extends Prompt> prompts) {
        return new Prompts(List.copyOf(prompts), PromptSettings.DEFAULT, List.of());
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
        return new Prompts(all, settings, notes);
    }

    /** With other settings. */
    public Prompts withSettings(PromptSettings other) {
        return new Prompts(prompts, other, notes);
    }

    /** True when there is no prompt. */
    public boolean isEmpty() {
        return prompts.isEmpty();
    }

    /** Number of prompts. */
    public int size() {
        return prompts.size();
    }

    /** The background prompts, in order. */
    public List<Prompt> background() {
        return prompts.stream().filter(Prompt::isBackground).toList();
    }

    /**
     * The prompts, those that mean one object together as one group; without background prompts, in
     * the order of the first of each group.
     */
    public List<Group> groups() {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < prompts.size(); i++) {
            Prompt prompt = prompts.get(i);
            if (!prompt.isBackground()) {
                Object key = prompt.answersTogether(settings) ? prompt.kind() : i;
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        return groups.values().stream()
                .map(places -> new Group(places, places.stream().map(prompts::get).toList()))
                .toList();
    }

    /**
     * Prompts that mean one object together; most prompts are a group of their own.
     *
     * @param places of the prompts in the list of all, from 0
     * @param prompts at these places
     */
    public record Group(List<Integer> places, List<Prompt> prompts) {

        /** What each of them gets, in their order. */
        List<Answer> answers(Candidates candidates) {
            return prompts.size() == 1
                    ? List.of(prompts.get(0).answer(candidates))
                    : new CommonObject(candidates).answers(prompts);
        }
    }

    /**
     * The same prompts inside an image: points outside at the nearest pixel, boxes cut at the
     * border, with notes that say so.
     *
     * @throws IllegalArgumentException if there is none, or a box lies wholly outside
     */
    public Prompts inside(Size plane) {
        if (isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no prompt. Give a point or a box, as Prompts.point(120, 88).");
        }
        List<String> moved = new ArrayList<>(notes);
        List<Prompt> all = prompts.stream().map(p -> p.inside(plane, moved::add)).toList();
        return new Prompts(all, settings, moved);
    }

    /**
     * Chooses among the objects of a segmentation; see {@link Selector#select}.
     *
     * @throws IllegalArgumentException if there is no prompt, or a box lies wholly outside
     */
    public Answers select(Segmentation segmentation) {
        return Selector.of(segmentation).select(inside(segmentation.size()));
    }

    @Override
    public Answers apply(Segmentation segmentation) {
        return select(segmentation);
    }

    /** "3 points, 1 background point, 2 boxes". */
    @Override
    public String toString() {
        Map<Prompt.Kind, Integer> counts =
                new TreeMap<>(
                        Comparator.comparingInt(Prompt.Kind::order)
                                .thenComparing(Prompt.Kind::one));
        prompts.forEach(prompt -> counts.merge(prompt.kind(), 1, Integer::sum));
        return counts.isEmpty()
                ? "no prompts"
                : counts.entrySet().stream()
                        .map(count -> count.getKey().count(count.getValue()))
                        .collect(Collectors.joining(", "));
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
