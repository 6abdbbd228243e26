package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.PointRule;

/** The one object that prompts mean together, under the rule in force. */
final class CommonObject {

    /** NB: measured; an object with this share of the best score may be what is meant. */
    private static final double ABOUT = 0.5;

    private final Candidates candidates;
    private final PointRule rule;

    CommonObject(Candidates candidates) {
        this.candidates = candidates;
        this.rule = candidates.settings().pointRule();
    }

    /**
     * One object for all prompts. A prompt that it does not fit has no match.
     *
     * <p>NB: but for the merge rule, an object that fits more of the prompts goes before one that
     * fits fewer: two points on a cell, one of them on its nucleus, mean the cell under every rule.
     */
    List<Answer> answers(List<Prompt> prompts) {
        int[] votes = new int[candidates.objects().size()];
        List<int[]> fitting = prompts.stream().map(p -> p.fitting(candidates)).toList();
        for (int[] places : fitting) {
            for (int i : places) {
                votes[i]++;
            }
        }
        int[] chosen = chosen(votes);
        if (chosen.length == 0) {
            return prompts.stream().map(Answer::none).toList();
        }
        SegmentedObject object = merged(chosen, prompts);
        return IntStream.range(0, prompts.size())
                .mapToObj(p -> answer(prompts.get(p), fitting.get(p), chosen, object))
                .toList();
    }

    private static Answer answer(
            Prompt prompt, int[] fitting, int[] chosen, SegmentedObject object) {
        boolean fits = Arrays.stream(fitting).anyMatch(i -> Arrays.binarySearch(chosen, i) >= 0);
        return fits ? Answer.of(prompt, object, object.score()) : Answer.none(prompt);
    }

    /** Places of the objects that are merged, or of the one that is best; ascending. */
    private int[] chosen(int[] votes) {
        int most = Arrays.stream(votes).max().orElse(0);
        if (most == 0) {
            return new int[0];
        }
        boolean merge = rule == PointRule.MERGE;
        int[] voted =
                IntStream.range(0, votes.length)
                        .filter(i -> merge ? votes[i] > 0 : votes[i] == most)
                        .toArray();
        return merge ? voted : new int[] {best(voted)};
    }

    /** The first of those that are best under the rule; they come best score first. */
    private int best(int[] places) {
        Comparator<Integer> byArea = Comparator.comparingLong(i -> object(i).mask().area());
        double least = rule == PointRule.BEST_SCORE ? ABOUT * object(places[0]).score() : 0;
        return Arrays.stream(places)
                .filter(place -> object(place).score() >= least)
                .boxed()
                .min(rule == PointRule.LARGEST ? byArea.reversed() : byArea)
                .orElseThrow();
    }

    private SegmentedObject object(int place) {
        return candidates.objects().get(place);
    }

    /** The union, with the best score and a box round all boxes. */
    private SegmentedObject merged(int[] places, List<Prompt> prompts) {
        if (places.length == 1) {
            return object(places[0]);
        }
        List<SegmentedObject> parts = Arrays.stream(places).mapToObj(this::object).toList();
        Box box = parts.stream().map(SegmentedObject::boxInSource).reduce(Box::union).get();
        return new SegmentedObject(cleaned(union(parts), prompts), box, parts.get(0).score());
    }

    private static Mask union(List<SegmentedObject> parts) {
        Region bounds = parts.stream().map(p -> p.mask().bounds()).reduce(Region::union).get();
        MaskBuilder builder = new MaskBuilder(bounds);
        parts.forEach(part -> builder.add(part.mask()));
        return builder.toMask();
    }

    /** The mask cleaned; as it was where that would take it off one of the prompts. */
    private Mask cleaned(Mask mask, List<Prompt> prompts) {
        Mask cleaned = candidates.cleaned(mask);
        boolean keeps =
                prompts.stream().filter(p -> touches(mask, p)).allMatch(p -> touches(cleaned, p));
        return keeps ? cleaned : mask;
    }

    private boolean touches(Mask mask, Prompt prompt) {
        return mask.areaIn(Region.ofPixelsIn(prompt.extent(candidates.plane()))) > 0;
    }
}
