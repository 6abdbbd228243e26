package sc.fiji.fastsam.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.measure.UnansweredPrompt;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptOverlay;
import sc.fiji.fastsam.prompt.Answer;
import sc.fiji.fastsam.prompt.Answers;
import sc.fiji.fastsam.prompt.Prompts;

/**
 * The objects of an image that prompts chose.
 *
 * @param objects as ImageJ shows objects
 * @param answers what became of the prompts, a plane each
 */
public record ImageSelection(ImageObjects objects, List<PlaneAnswers> answers) {

    /** Copies the list. */
    public ImageSelection {
        answers = List.copyOf(answers);
    }

    /**
     * Names of the prompts that found no object; where several planes were asked, each with its
     * plane, as "point1 (slice 2)".
     */
    public List<String> unmatched() {
        return answers.stream()
                .flatMap(
                        plane ->
                                plane.answers().unmatched().stream()
                                        .map(name -> name + place(plane.position())))
                .toList();
    }

    /** What the user should know: of the runs, each once, and which prompts found no object. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(objects.notes());
        // NB: those of the runs do not know of other planes.
        notes.removeIf(note -> note.startsWith(Answers.NO_MATCH));
        if (!unmatched().isEmpty()) {
            notes.add(Answers.NO_MATCH + String.join(", ", unmatched()));
        }
        return notes;
    }

    /** The prompts that no object of the results answers, in the order of planes and prompts. */
    public List<UnansweredPrompt> unanswered() {
        List<UnansweredPrompt> unanswered = new ArrayList<>();
        for (PlaneAnswers plane : answers) {
            Set<String> answered = answered(plane.position());
            for (Answer answer : plane.answers().answers()) {
                String name = answer.prompt().name();
                if (!answer.prompt().isBackground() && !answered.contains(name)) {
                    String reason =
                            answer.isMatch() ? UnansweredPrompt.COVERED : UnansweredPrompt.NO_MATCH;
                    unanswered.add(new UnansweredPrompt(name, plane.position(), reason));
                }
            }
        }
        return unanswered;
    }

    private Set<String> answered(PlanePosition position) {
        return objects.planes().stream()
                .filter(plane -> plane.plane().position().equals(position))
                .flatMap(plane -> plane.prompts().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private String place(PlanePosition position) {
        if (answers.size() == 1) {
            return "";
        }
        boolean slices = objects.source().getNSlices() > 1;
        boolean frames = objects.source().getNFrames() > 1;
        return " ("
                + (slices ? "slice " + position.slice() : "")
                + (slices && frames ? ", " : "")
                + (frames ? "frame " + position.frame() : "")
                + ")";
    }

    /** Adds the prompts, colored by role, to the overlay of the source. */
    public void showPrompts() {
        answers.forEach(plane -> PromptOverlay.addTo(objects.source(), plane.prompts()));
    }

    /** "2 objects for 2 points, 1 box in cells.tif; no match for point2". */
    @Override
    public String toString() {
        Prompts all =
                Prompts.of(
                        answers.stream()
                                .flatMap(plane -> plane.prompts().stream())
                                .map(PromptList.Entry::prompt)
                                .toList());
        String text =
                objects.count()
                        + (objects.count() == 1 ? " object for " : " objects for ")
                        + all
                        + " in "
                        + objects.source().getTitle();
        return unmatched().isEmpty()
                ? text
                : text + "; " + Answers.NO_MATCH + String.join(", ", unmatched());
    }
}
