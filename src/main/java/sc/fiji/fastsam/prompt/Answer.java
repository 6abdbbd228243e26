package sc.fiji.fastsam.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * What became of one prompt.
 *
 * @param prompt as it was used: inside the image
 * @param matches the objects that it means, best first: one at most of a point or a box; none of
 *     background prompts and where none fits
 */
public record Answer(Prompt prompt, List<Match> matches) {

    /**
     * An object that a prompt means.
     *
     * @param object the object
     * @param fit how well it fits, 0..1: a box's IoU under the rule in force, a point's object's
     *     score
     */
    public record Match(SegmentedObject object, double fit) {}

    /** Copies the list. */
    public Answer {
        matches = List.copyOf(matches);
    }

    /** No object fits; also what every background prompt gets. */
    public static Answer none(Prompt prompt) {
        return new Answer(prompt, List.of());
    }

    /** One object fits. */
    public static Answer of(Prompt prompt, SegmentedObject object, double fit) {
        return new Answer(prompt, List.of(new Match(object, fit)));
    }

    /** The object that fits best, if any fits. */
    public Optional<SegmentedObject> object() {
        return matches.stream().map(Match::object).findFirst();
    }

    /** How well the best object fits; 0 without one. */
    public double fit() {
        return matches.isEmpty() ? 0 : matches.get(0).fit();
    }

    /** The same answer with other objects in the place of these. */
    public Answer withObjects(UnaryOperator<SegmentedObject> others) {
        return new Answer(
                prompt,
                matches.stream().map(m -> new Match(others.apply(m.object()), m.fit())).toList());
    }

    /** True when an object answers. */
    public boolean isMatch() {
        return !matches.isEmpty();
    }

    /** True when the prompt asks for an object and there is none. */
    public boolean isNoMatch() {
        return matches.isEmpty() && !prompt.isBackground();
    }
}
