package sc.fiji.fastsam.tool;

import java.util.List;
import sc.fiji.fastsam.prompt.Prompts;
import sc.fiji.fastsam.roi.PlacedPrompt;
import sc.fiji.fastsam.roi.PromptOverlay;

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

    /** Names of the prompts that found no object. */
    public List<String> unmatched() {
        return answers.stream().flatMap(plane -> plane.selection().unmatched().stream()).toList();
    }

    /** Adds the prompts, coloured by role, to the overlay of the source. */
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
                                .map(PlacedPrompt::prompt)
                                .toList());
        String text =
                objects.count()
                        + (objects.count() == 1 ? " object for " : " objects for ")
                        + all
                        + " in "
                        + objects.source().getTitle();
        return unmatched().isEmpty()
                ? text
                : text + "; no match for " + String.join(", ", unmatched());
    }
}
