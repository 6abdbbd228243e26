package sc.fiji.fastsam.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.measure.UnansweredPrompt;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptPlace;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.settings.Counted;
import sc.fiji.fastsam.settings.NameList;

/**
 * What became of the prompts of an image, over all its planes.
 *
 * @param title of the image
 * @param counts planes of the image
 * @param planes on which prompts were asked
 * @param elsewhere prompts for planes that were not taken
 */
record PromptAnswers(
        String title,
        PlaneCounts counts,
        List<PlaneObjects> planes,
        List<PromptList.Entry> elsewhere) {

    /** As {@link ImageObjects#unmatched}. */
    List<String> unmatched() {
        return planes.stream()
                .flatMap(
                        plane ->
                                plane.answers().stream()
                                        .flatMap(answers -> answers.unmatched().stream())
                                        .map(name -> name + place(plane.position())))
                .toList();
    }

    /** As {@link ImageObjects#unanswered}. */
    List<UnansweredPrompt> unanswered() {
        List<UnansweredPrompt> unanswered = new ArrayList<>();
        for (PlaneObjects plane : planes) {
            Set<String> answered =
                    plane.prompts().stream().flatMap(List::stream).collect(Collectors.toSet());
            for (Answer answer : answers(plane)) {
                String name = answer.prompt().name();
                if (!answer.prompt().isBackground() && !answered.contains(name)) {
                    String reason =
                            answer.isMatch() ? UnansweredPrompt.COVERED : UnansweredPrompt.NO_MATCH;
                    unanswered.add(new UnansweredPrompt(name, plane.position(), reason));
                }
            }
        }
        for (PromptList.Entry prompt : elsewhere) {
            unanswered.add(
                    new UnansweredPrompt(
                            prompt.prompt().name(),
                            position(prompt.place()),
                            UnansweredPrompt.OTHER_PLANE));
        }
        return unanswered;
    }

    /**
     * Which prompts found no object, in which boxes several lie, and which prompts are for planes
     * that were not taken.
     */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<String> unmatched = unmatched();
        if (!unmatched.isEmpty()) {
            notes.add(Answers.noMatch(unmatched));
        }
        List<String> crowded = crowded();
        if (!crowded.isEmpty()) {
            notes.add(
                    "a box means one object, but several lie in "
                            + NameList.text(crowded)
                            + ": Segment Everything takes all in a selection");
        }
        if (!elsewhere.isEmpty()) {
            List<String> names =
                    elsewhere.stream()
                            .map(p -> p.prompt().name() + " (" + p.place() + ")")
                            .toList();
            notes.add(
                    NameList.text(
                            "left out, as they are for planes that were not taken: ",
                            names,
                            "prompts",
                            "in the table"));
        }
        return notes;
    }

    /**
     * "2 objects for 2 points, 1 box in cells.tif; no match for point2; 3 prompts for planes that
     * were not taken"; without prompts "12 objects in cells.tif".
     *
     * @param objects their number
     */
    String text(int objects) {
        List<Prompt> asked =
                planes.stream()
                        .flatMap(plane -> plane.asked().stream())
                        .map(PromptList.Entry::prompt)
                        .toList();
        String prompts = asked.isEmpty() ? "" : " for " + Prompts.of(asked);
        List<String> parts = new ArrayList<>();
        parts.add(Counted.objects(objects) + prompts + " in " + title);
        List<String> unmatched = unmatched();
        if (!unmatched.isEmpty()) {
            parts.add(Answers.noMatch(unmatched));
        }
        if (!elsewhere.isEmpty()) {
            parts.add(Counted.text(elsewhere.size(), "prompt") + " for planes that were not taken");
        }
        return String.join("; ", parts);
    }

    /** Boxes in which several objects lie. */
    private List<String> crowded() {
        List<String> names = new ArrayList<>();
        for (PlaneObjects plane : planes) {
            plane.answers().ifPresent(answers -> addCrowded(answers, plane, names));
        }
        return names;
    }

    private void addCrowded(Answers answers, PlaneObjects plane, List<String> names) {
        List<SegmentedObject> all = answers.everything().objects();
        for (Answer answer : answers.answers()) {
            if (answer.prompt() instanceof BoxPrompt box && box.isCrowded(all, answer.fit())) {
                names.add(box.name() + place(plane.position()));
            }
        }
    }

    private static List<Answer> answers(PlaneObjects plane) {
        return plane.answers().map(Answers::answers).orElse(List.of());
    }

    private static PlanePosition position(PromptPlace place) {
        return new PlanePosition(
                Math.max(1, place.channel()),
                Math.max(1, place.slice()),
                Math.max(1, place.frame()));
    }

    private String place(PlanePosition position) {
        if (planes.size() == 1) {
            return "";
        }
        boolean slices = counts.slices() > 1;
        boolean frames = counts.frames() > 1;
        return " ("
                + (slices ? "slice " + position.slice() : "")
                + (slices && frames ? ", " : "")
                + (frames ? "frame " + position.frame() : "")
                + ")";
    }
}
