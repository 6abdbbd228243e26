package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;

/**
 * Chooses among the objects of one segmentation, as often as wanted. Immutable; thread-safe if the
 * clean-up is.
 */
public final class Selector {

    private final Candidates objects;

    private Selector(Candidates objects) {
        this.objects = objects;
    }

    /** Indexes the objects of a segmentation; merged masks stay as they are. */
    public static Selector of(Segmentation segmentation) {
        return new Selector(Candidates.of(segmentation));
    }

    /**
     * With a clean-up of masks that were merged from several.
     *
     * @param other takes a mask in source pixels and gives it cleaned; an empty one is not used
     */
    public Selector withCleanUp(UnaryOperator<Mask> other) {
        return new Selector(objects.withCleanUp(other));
    }

    /**
     * With the pixels of the plane, for prompts that choose by looks.
     *
     * @param progress told how far they are; where it cancels, {@link #select} ends with a {@link
     *     java.util.concurrent.CancellationException}
     */
    public Selector withPixels(RgbPlane plane, Progress progress) {
        return new Selector(objects.withPixels(plane, progress));
    }

    /**
     * Chooses for each prompt. Objects on which a background prompt is are out, for boxes too.
     *
     * @param prompts inside the plane, as {@link Prompts#inside} makes them
     */
    public Answers select(Prompts prompts) {
        Candidates candidates = objects.forPrompts(prompts);
        return prompts.background().size() == prompts.size()
                ? allBut(candidates, prompts)
                : Answers.of(
                        candidates.everything(), answers(candidates, prompts), prompts.notes());
    }

    /**
     * Lets each prompt make one object of all that it may choose among; see {@link Prompt#vote}.
     *
     * @param prompts inside the plane; background prompts take out what they are on
     */
    public Answers vote(Prompts prompts) {
        Candidates candidates = objects.forPrompts(prompts);
        List<Answer> answers =
                prompts.prompts().stream()
                        .map(p -> p.isBackground() ? Answer.none(p) : p.vote(candidates))
                        .toList();
        return Answers.of(candidates.everything(), answers, prompts.notes());
    }

    private static List<Answer> answers(Candidates candidates, Prompts prompts) {
        Answer[] answers = prompts.prompts().stream().map(Answer::none).toArray(Answer[]::new);
        for (Prompts.Group group : prompts.groups()) {
            List<Answer> found = group.answers(candidates);
            for (int i = 0; i < found.size(); i++) {
                answers[group.places().get(i)] = found.get(i);
            }
        }
        return List.of(answers);
    }

    private static Answers allBut(Candidates candidates, Prompts prompts) {
        List<Answers.Chosen> left =
                Arrays.stream(candidates.places())
                        .mapToObj(candidates.objects()::get)
                        .map(object -> new Answers.Chosen(object, List.of()))
                        .toList();
        List<Answer> none = prompts.prompts().stream().map(Answer::none).toList();
        return new Answers(candidates.everything(), none, left, prompts.notes());
    }
}
