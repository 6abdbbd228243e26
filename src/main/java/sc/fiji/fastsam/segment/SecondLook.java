package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.prompt.Selection;
import sc.fiji.fastsam.prompt.Selector;
import sc.fiji.fastsam.settings.PointsMode;

/**
 * Looks again for prompts that no object answers well: first among the fainter objects of the first
 * run, then with the network round the prompt, at the scale of the object meant and with the
 * contrast found there. The better answer counts.
 *
 * <p>A box is answered well from an IoU of {@value #GOOD_IOU} on, a point by an object with a score
 * of {@value #GOOD_SCORE} on.
 */
final class SecondLook {

    static final double GOOD_IOU = 0.7;

    /** NB: measured; below it, closer looks find the object meant more often than they lose it. */
    static final double GOOD_SCORE = 0.5;

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

    /** The selection with better answers where there are some, and a note if it looked at all. */
    Selection improve(Selection selection, Prompts prompts) {
        List<Answer> answers = new ArrayList<>(selection.answers());
        List<List<Integer>> groups = groups(answers, prompts.settings().pointsMode());
        for (List<Integer> group : groups) {
            improve(answers, group, prompts);
        }
        int better = 0;
        for (int i = 0; i < answers.size(); i++) {
            Answer before = selection.answers().get(i);
            if (!answers.get(i).equals(before)) {
                better++;
                answers.set(i, sameAsKnown(answers.get(i), selection));
            }
        }
        int again = groups.stream().mapToInt(List::size).sum();
        return again == 0
                ? selection
                : Selection.of(answers, selection.notes()).withNote(note(again, better));
    }

    private String note(int again, int better) {
        return String.format(
                "second look at %d %s: %d answered better, network run %d times more",
                again, again == 1 ? "prompt" : "prompts", better, closeUps.count());
    }

    /** Places of the answers to look at again; those that mean one object together. */
    private static List<List<Integer>> groups(List<Answer> answers, PointsMode mode) {
        List<Integer> poor =
                IntStream.range(0, answers.size())
                        .filter(i -> isPoor(answers.get(i)))
                        .boxed()
                        .toList();
        if (mode == PointsMode.SEPARATELY) {
            return poor.stream().map(List::of).toList();
        }
        List<List<Integer>> groups =
                poor.stream()
                        .filter(i -> answers.get(i).prompt() instanceof BoxPrompt)
                        .map(List::of)
                        .collect(Collectors.toCollection(ArrayList::new));
        boolean anyGood = answers.stream().anyMatch(SecondLook::isWellAnsweredPoint);
        List<Integer> points =
                poor.stream().filter(i -> answers.get(i).prompt() instanceof PointPrompt).toList();
        if (!anyGood && !points.isEmpty()) {
            groups.add(points);
        }
        return groups;
    }

    private static boolean isPoor(Answer answer) {
        double good = answer.prompt() instanceof BoxPrompt ? GOOD_IOU : GOOD_SCORE;
        return !answer.prompt().isBackground() && answer.fit() < good;
    }

    private static boolean isWellAnsweredPoint(Answer answer) {
        return answer.prompt() instanceof PointPrompt && answer.fit() >= GOOD_SCORE;
    }

    private void improve(List<Answer> answers, List<Integer> group, Prompts prompts) {
        List<Prompt> meant = group.stream().map(i -> answers.get(i).prompt()).toList();
        List<Prompt> background =
                answers.stream().map(Answer::prompt).filter(Prompt::isBackground).toList();
        Prompts asked = Prompts.of(meant).and(background).withSettings(prompts.settings());
        take(answers, group, selectors.apply(faint).select(asked));
        Box box = boxRound(meant);
        for (double diameter : diameters(meant)) {
            if (group.stream().anyMatch(i -> isPoor(answers.get(i)))) {
                CloseUp closeUp = CloseUp.at(box, diameter, favoriteDiameter, faint.size());
                Segmentation closer = faint.withObjects(closeUps.objects(closeUp));
                take(answers, group, selectors.apply(closer).select(asked));
            }
        }
    }

    /** Puts a group's answers in place of those so far if they are better in sum. */
    private static void take(List<Answer> answers, List<Integer> group, Selection found) {
        double before = group.stream().mapToDouble(i -> answers.get(i).fit()).sum();
        if (found.answers().subList(0, group.size()).stream().mapToDouble(Answer::fit).sum()
                > before) {
            for (int i = 0; i < group.size(); i++) {
                answers.set(group.get(i), found.answers().get(i));
            }
        }
    }

    private static Box boxRound(List<Prompt> prompts) {
        return prompts.stream().map(SecondLook::box).reduce(Box::union).orElseThrow();
    }

    private static Box box(Prompt prompt) {
        if (prompt instanceof BoxPrompt box) {
            return box.boxInSource();
        }
        PointPrompt point = (PointPrompt) prompt;
        return new Box(point.column(), point.row(), point.column() + 1, point.row() + 1);
    }

    /** Likely diameters of the object meant, in source pixels. */
    private double[] diameters(List<Prompt> prompts) {
        if (prompts.get(0) instanceof BoxPrompt prompt) {
            return new double[] {Math.sqrt(prompt.boxInSource().area())};
        }
        double usual = usualDiameter();
        return new double[] {usual, usual / 2, usual * 2};
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

    /** The answer with an object that another prompt has already, if it is about that. */
    private static Answer sameAsKnown(Answer answer, Selection selection) {
        return selection.objects().stream()
                .map(selected -> selected.object())
                .filter(o -> o.mask().iou(answer.object().orElseThrow().mask()) > SAME)
                .findFirst()
                .map(
                        known ->
                                new Answer(
                                        answer.prompt(),
                                        java.util.Optional.of(known),
                                        answer.fit()))
                .orElse(answer);
    }
}
