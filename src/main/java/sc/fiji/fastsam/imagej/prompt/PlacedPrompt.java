package sc.fiji.fastsam.imagej.prompt;

import ij.gui.Roi;
import java.util.Optional;
import sc.fiji.fastsam.prompt.Prompt;

/**
 * A prompt and the planes that it is meant for.
 *
 * @param prompt in source pixels
 * @param place its planes
 * @param source the ROI that it was read from, if any; several points may share one
 */
public record PlacedPrompt(Prompt prompt, PromptPlace place, Optional<Roi> source) {

    /** A prompt that came from no ROI. */
    public static PlacedPrompt of(Prompt prompt, PromptPlace place) {
        return new PlacedPrompt(prompt, place, Optional.empty());
    }
}
