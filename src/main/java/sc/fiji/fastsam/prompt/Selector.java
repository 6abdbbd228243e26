package sc.fiji.fastsam.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.PointsMode;

/**
 * Chooses among the objects of one segmentation, as often as wanted. Immutable; thread-safe if the
 * clean-up is.
 */
public final class Selector {

    private final Size size;
    private final List<SegmentedObject> objects;
    private final ObjectIndex index;
    private final UnaryOperator<Mask> cleanUp;

    private Selector(
            Size size,
            List<SegmentedObject> objects,
            ObjectIndex index,
            UnaryOperator<Mask> cleanUp) {
        this.size = size;
        this.objects = objects;
        this.index = index;
        this.cleanUp = cleanUp;
    }

    /** Indexes the objects of a segmentation; merged masks stay as they are. */
    public static Selector of(Segmentation segmentation) {
        List<SegmentedObject> objects = segmentation.objects();
        ObjectIndex index = ObjectIndex.of(segmentation.size(), objects);
        return new Selector(segmentation.size(), objects, index, UnaryOperator.identity());
    }

    /**
     * With a clean-up of masks that were merged from several.
     *
     * @param other takes a mask in source pixels and gives it cleaned; an empty one is not used
     */
    public Selector withCleanUp(UnaryOperator<Mask> other) {
        return new Selector(size, objects, index, other);
    }

    /** The objects by place. */
    public ObjectIndex index() {
        return index;
    }

    /**
     * Chooses an object for each prompt.
     *
     * <p>Objects that hold a background point are out, for boxes too. Points outside of the image
     * mean the nearest pixel; boxes are cut at the border.
     *
     * @throws IllegalArgumentException if there is no prompt, or a box lies wholly outside
     */
    public Selection select(Prompts prompts) {
        prompts.checkAgainst(size);
        ClampedPrompts clamped = ClampedPrompts.of(prompts.prompts(), size);
        Prompts placed = new Prompts(clamped.prompts(), prompts.settings());
        Candidates candidates = Candidates.of(objects, index, placed.background());
        if (placed.background().size() == placed.size()) {
            return allBut(candidates, placed, clamped.notes());
        }
        return Selection.of(answers(candidates, placed), clamped.notes());
    }

    private List<Answer> answers(Candidates candidates, Prompts prompts) {
        PointChoice points = new PointChoice(candidates, prompts.settings(), cleanUp);
        BoxChoice boxes = new BoxChoice(candidates, prompts.settings());
        List<PointPrompt> foreground = prompts.points(Role.FOREGROUND);
        boolean together = prompts.settings().pointsMode() == PointsMode.TOGETHER;
        List<Answer> ofAll = together ? points.together(foreground) : List.of();
        List<Answer> answers = new ArrayList<>();
        int point = 0;
        for (Prompt prompt : prompts.prompts()) {
            if (prompt instanceof BoxPrompt box) {
                answers.add(boxes.answer(box));
            } else if (prompt.isBackground()) {
                answers.add(Answer.none(prompt));
            } else if (together) {
                answers.add(ofAll.get(point++));
            } else {
                answers.addAll(points.together(List.of((PointPrompt) prompt)));
            }
        }
        return answers;
    }

    private Selection allBut(Candidates candidates, Prompts prompts, List<String> notes) {
        int[] all = IntStream.range(0, objects.size()).toArray();
        List<SelectedObject> left =
                Arrays.stream(candidates.allowed(all))
                        .mapToObj(i -> new SelectedObject(objects.get(i), List.of()))
                        .toList();
        List<Answer> answers = prompts.prompts().stream().map(Answer::none).toList();
        return new Selection(answers, left, notes);
    }
}
