package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.settings.Counted;

/**
 * Looks again for prompts that no object answers well: first among the fainter objects of the first
 * run, then with the network round the prompt, at the scale of the object meant and with the
 * contrast found there. The better answer counts.
 */
final class SecondLook {

    /** Two masks of the two looks with a greater IoU are one object. */
    private static final double SAME = 0.7;

    private final Segmentation faint;
    private final CloseUps closeUps;
    private final double favoriteDiameter;
    private final Function<Segmentation, Selector> selectors;

    /**
     * @param faint the plane's objects down to a low score
     * @param favoriteDiameter of objects, in network pixels
     */
    SecondLook(
            Segmentation faint,
            CloseUps closeUps,
            double favoriteDiameter,
            Function<Segmentation, Selector> selectors) {
        this.faint = faint;
        this.closeUps = closeUps;
        this.favoriteDiameter = favoriteDiameter;
        this.selectors = selectors;
    }

    /**
     * The answers, better ones where there are some, and a note if it looked at all.
     *
     * @param prompts those that were answered
     */
    Answers improve(Answers first, Prompts prompts) {
        List<Answer> answers = new ArrayList<>(first.answers());
        List<Prompts.Group> poor =
                prompts.groups().stream().filter(group -> count(group, answers) == 0).toList();
        if (poor.isEmpty()) {
            return first;
        }
        poor.forEach(group -> improve(answers, group, prompts));
        int better = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).equals(first.answers().get(i))) {
                better++;
                answers.set(i, answers.get(i).withObjects(object -> known(object, first)));
            }
        }
        int again = poor.stream().mapToInt(group -> group.prompts().size()).sum();
        return Answers.of(first.everything(), answers, first.notes()).withNote(note(again, better));
    }

    private String note(int again, int better) {
        return String.format(
                Locale.ROOT,
                "second look at %s: %d answered better, network run %d times more",
                Counted.text(again, "prompt"),
                better,
                closeUps.count());
    }

    /** How many of a group are answered well. */
    private static long count(Prompts.Group group, List<Answer> answers) {
        return group.places().stream()
                .map(answers::get)
                .filter(answer -> answer.prompt().isWellAnswered(answer.fit()))
                .count();
    }

    private void improve(List<Answer> answers, Prompts.Group group, Prompts prompts) {
        Prompts asked =
                Prompts.of(group.prompts())
                        .and(prompts.background())
                        .withSettings(prompts.settings());
        take(answers, group, selectors.apply(faint).select(asked));
        Box box = boxRound(group.prompts());
        for (double diameter : group.prompts().get(0).likelyDiameters(usualDiameter())) {
            if (count(group, answers) < group.prompts().size()) {
                CloseUp closeUp = CloseUp.at(box, diameter, favoriteDiameter, faint.size());
                Segmentation closer = faint.withObjects(closeUps.objects(closeUp));
                take(answers, group, selectors.apply(closer).select(asked));
            }
        }
    }

    /** Puts a group's answers in place of those so far if they are better in sum. */
    private static void take(List<Answer> answers, Prompts.Group group, Answers found) {
        List<Integer> places = group.places();
        List<Answer> others = found.answers().subList(0, places.size());
        if (sum(others) > sum(places.stream().map(answers::get).toList())) {
            for (int i = 0; i < places.size(); i++) {
                answers.set(places.get(i), others.get(i));
            }
        }
    }

    private static double sum(List<Answer> answers) {
        return answers.stream().mapToDouble(Answer::fit).sum();
    }

    private Box boxRound(List<Prompt> prompts) {
        return prompts.stream()
                .map(prompt -> prompt.extent(faint.size()))
                .reduce(Box::union)
                .orElseThrow();
    }

    /** Median side of the plane's objects; the network's favorite one where there are none. */
    private double usualDiameter() {
        double[] sides =
                faint.objects().stream()
                        .mapToDouble(o -> Math.sqrt(o.mask().area()))
                        .sorted()
                        .toArray();
        return sides.length == 0
                ? favoriteDiameter / faint.summary().sizes().scale()
                : sides[sides.length / 2];
    }

    /** The object that another prompt has already, if it is about that. */
    private static SegmentedObject known(SegmentedObject object, Answers first) {
        return first.objects().stream()
                .map(Answers.Chosen::object)
                .filter(other -> other.mask().iou(object.mask()) > SAME)
                .findFirst()
                .orElse(object);
    }
}
