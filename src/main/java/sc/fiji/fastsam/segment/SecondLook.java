package sc.fiji.fastsam.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import sc.fiji.fastsam.concurrent.Progress;
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
 * contrast found there. The better answer counts. For prompts that are {@linkplain Prompt#isVoted
 * voted} at all likely scales, and what is proposed there votes.
 */
final class SecondLook {

    /** Two masks of the two looks with a greater IoU are one object. */
    private static final double SAME = 0.7;

    private final Segmentation faint;
    private final CloseUps closeUps;
    private final CloseUps proposals;
    private final double favoriteDiameter;
    private final double usualDiameter;
    private final Function<Segmentation, Selector> selectors;
    private final Selector faintOnes;

    /**
     * @param faint the plane's objects down to a low score
     * @param closeUps give objects down to a low score
     * @param proposals give all that the network proposes, several times the same object too
     * @param favoriteDiameter of objects, in network pixels
     */
    SecondLook(
            Segmentation faint,
            CloseUps closeUps,
            CloseUps proposals,
            double favoriteDiameter,
            Function<Segmentation, Selector> selectors) {
        this.faint = faint;
        this.closeUps = closeUps;
        this.proposals = proposals;
        this.favoriteDiameter = favoriteDiameter;
        this.selectors = selectors;
        this.faintOnes = selectors.apply(faint);
        this.usualDiameter = usualDiameter(faint, favoriteDiameter);
    }

    /** True where some prompt is not answered well; for others a second look has nothing to do. */
    static boolean isNeeded(Answers first, Prompts prompts) {
        return !poor(first.answers(), prompts).isEmpty();
    }

    private static List<Prompts.Group> poor(List<Answer> answers, Prompts prompts) {
        return prompts.groups().stream().filter(group -> count(group, answers) == 0).toList();
    }

    /**
     * The answers, better ones where there are some, and a note if it looked at all.
     *
     * @param prompts those that were answered
     */
    Answers improve(Answers first, Prompts prompts, Progress progress) {
        List<Answer> answers = new ArrayList<>(first.answers());
        List<Prompts.Group> again = poor(answers, prompts);
        if (again.isEmpty()) {
            return first;
        }
        proposals.prepare(
                again.stream().filter(SecondLook::isVoted).flatMap(this::closeUps).toList(),
                progress);
        for (Prompts.Group group : again) {
            if (isVoted(group)) {
                vote(answers, group, prompts);
            } else {
                improve(answers, group, prompts);
            }
        }
        int better = unite(answers, first);
        int asked = again.stream().mapToInt(group -> group.prompts().size()).sum();
        return Answers.of(first.everything(), answers, first.notes()).withNote(note(asked, better));
    }

    private static boolean isVoted(Prompts.Group group) {
        return group.prompts().get(0).isVoted();
    }

    private String note(int again, int better) {
        return String.format(
                Locale.ROOT,
                "second look at %s: %d answered better, network run %d times more",
                Counted.text(again, "prompt"),
                better,
                closeUps.count() + proposals.count());
    }

    /** How many of a group are answered well. */
    private static long count(Prompts.Group group, List<Answer> answers) {
        return group.places().stream()
                .map(answers::get)
                .filter(answer -> answer.prompt().isWellAnswered(answer))
                .count();
    }

    private void improve(List<Answer> answers, Prompts.Group group, Prompts prompts) {
        Prompts asked = asked(group, prompts);
        take(answers, group, faintOnes.select(asked));
        for (CloseUp closeUp : closeUps(group).toList()) {
            if (count(group, answers) < group.prompts().size()) {
                Segmentation closer = faint.withObjects(closeUps.objects(closeUp));
                take(answers, group, selectors.apply(closer).select(asked));
            }
        }
    }

    /** One for each likely size of the object meant, likeliest first. */
    private Stream<CloseUp> closeUps(Prompts.Group group) {
        Box box = boxRound(group.prompts());
        CloseUp.Surroundings around =
                isVoted(group) ? CloseUp.Surroundings.NARROW : CloseUp.Surroundings.WIDE;
        return Arrays.stream(group.prompts().get(0).likelyDiameters(usualDiameter))
                .mapToObj(d -> CloseUp.at(box, d, favoriteDiameter, around, faint.size()));
    }

    /** What answers so far, here and among the fainter objects, votes too. */
    private void vote(List<Answer> answers, Prompts.Group group, Prompts prompts) {
        Prompts asked = asked(group, prompts);
        int place = group.places().get(0);
        List<SegmentedObject> voters = new ArrayList<>();
        answers.get(place).object().ifPresent(voters::add);
        faintOnes.select(asked).answers().get(0).object().ifPresent(voters::add);
        closeUps(group).map(proposals::objects).forEach(voters::addAll);
        Answer voted = selectors.apply(faint.withObjects(voters)).vote(asked).answers().get(0);
        if (group.prompts().get(0).isBetter(voted, answers.get(place))) {
            answers.set(place, voted);
        }
    }

    private static Prompts asked(Prompts.Group group, Prompts prompts) {
        return Prompts.of(group.prompts())
                .and(prompts.background())
                .withSettings(prompts.settings());
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
    private static double usualDiameter(Segmentation faint, double favoriteDiameter) {
        double[] sides =
                faint.objects().stream()
                        .mapToDouble(o -> Math.sqrt(o.mask().area()))
                        .sorted()
                        .toArray();
        return sides.length == 0
                ? favoriteDiameter / faint.summary().sizes().scale()
                : sides[sides.length / 2];
    }

    /**
     * Gives prompts that mean one object the same mask of it: that of the first, or the one that a
     * prompt had before and keeps.
     *
     * @return how many have another answer than before
     */
    private static int unite(List<Answer> answers, Answers first) {
        List<SegmentedObject> known = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).equals(first.answers().get(i))) {
                answers.get(i).object().ifPresent(known::add);
            } else {
                changed.add(i);
            }
        }
        for (int i : changed) {
            answers.set(i, answers.get(i).withObjects(object -> sameAmong(known, object)));
            answers.get(i).object().ifPresent(known::add);
        }
        return changed.size();
    }

    private static SegmentedObject sameAmong(List<SegmentedObject> known, SegmentedObject object) {
        return known.stream()
                .filter(other -> other.mask().iou(object.mask()) > SAME)
                .findFirst()
                .orElse(object);
    }
}
