package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.PointRule;
import sc.fiji.fastsam.settings.PromptSettings;

/** The object that foreground points mean. */
final class PointChoice {

    private final Candidates candidates;
    private final PromptSettings settings;
    private final UnaryOperator<Mask> cleanUp;

    PointChoice(Candidates candidates, PromptSettings settings, UnaryOperator<Mask> cleanUp) {
        this.candidates = candidates;
        this.settings = settings;
        this.cleanUp = settings.smooth() ? cleanUp : UnaryOperator.identity();
    }

    /**
     * One object for all points. A point that the object does not hold has no match.
     *
     * <p>NB: but for the merge rule, an object that holds more of the points goes before one that
     * holds fewer: two points on a cell, one of them on its nucleus, mean the cell under every
     * rule.
     */
    List<Answer> together(List<PointPrompt> points) {
        int[] held = new int[candidates.objects().size()];
        for (PointPrompt point : points) {
            for (int i : candidates.at(point)) {
                held[i]++;
            }
        }
        List<SegmentedObject> chosen = chosen(held);
        if (chosen.isEmpty()) {
            return points.stream().map(Answer::none).toList();
        }
        SegmentedObject object = merged(chosen, points);
        return points.stream().map(p -> answer(p, chosen, object)).toList();
    }

    private static Answer answer(
            PointPrompt point, List<SegmentedObject> parts, SegmentedObject object) {
        return parts.stream().anyMatch(part -> holds(part.mask(), point))
                ? new Answer(point, Optional.of(object), object.score())
                : Answer.none(point);
    }

    private List<SegmentedObject> chosen(int[] held) {
        int most = Arrays.stream(held).max().orElse(0);
        if (most == 0) {
            return List.of();
        }
        boolean merge = settings.pointRule() == PointRule.MERGE;
        List<SegmentedObject> fitting =
                IntStream.range(0, held.length)
                        .filter(i -> merge ? held[i] > 0 : held[i] == most)
                        .mapToObj(candidates.objects()::get)
                        .toList();
        return merge ? fitting : List.of(best(fitting));
    }

    /** The first of those that are best under the rule; they come best score first. */
    private SegmentedObject best(List<SegmentedObject> fitting) {
        Comparator<SegmentedObject> byArea = Comparator.comparingInt(o -> o.mask().area());
        SegmentedObject best = fitting.get(0);
        for (SegmentedObject object : fitting) {
            int order = byArea.compare(object, best);
            if (settings.pointRule() == PointRule.SMALLEST && order < 0
                    || settings.pointRule() == PointRule.LARGEST && order > 0) {
                best = object;
            }
        }
        return best;
    }

    /** The union, with the best score and a box round all boxes. */
    private SegmentedObject merged(List<SegmentedObject> parts, List<PointPrompt> points) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Box box = parts.stream().map(SegmentedObject::boxInSource).reduce(Box::union).get();
        return new SegmentedObject(cleaned(union(parts), points), box, parts.get(0).score());
    }

    private static Mask union(List<SegmentedObject> parts) {
        Region bounds = parts.stream().map(p -> p.mask().bounds()).reduce(Region::union).get();
        MaskBuilder builder = new MaskBuilder(bounds);
        parts.forEach(part -> builder.add(part.mask()));
        return builder.toMask();
    }

    /** The mask cleaned; as it was where that would take it off one of the points. */
    private Mask cleaned(Mask mask, List<PointPrompt> points) {
        Mask cleaned = cleanUp.apply(mask);
        boolean keeps =
                points.stream().filter(p -> holds(mask, p)).allMatch(p -> holds(cleaned, p));
        return keeps ? cleaned : mask;
    }

    private static boolean holds(Mask mask, PointPrompt point) {
        return mask.contains(point.column(), point.row());
    }
}
