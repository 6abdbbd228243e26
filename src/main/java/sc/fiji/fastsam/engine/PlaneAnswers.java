package sc.fiji.fastsam.engine;

import java.util.List;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.prompt.PlacedPrompt;
import sc.fiji.fastsam.prompt.Selection;

/**
 * What became of the prompts of one plane.
 *
 * @param position of the plane
 * @param prompts that were asked there, in the order of the answers
 * @param selection the answers
 */
public record PlaneAnswers(
        PlanePosition position, List<PlacedPrompt> prompts, Selection selection) {}
