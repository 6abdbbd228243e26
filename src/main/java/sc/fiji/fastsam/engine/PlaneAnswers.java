package sc.fiji.fastsam.engine;

import java.util.List;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.prompt.Answers;

/**
 * What became of the prompts of one plane.
 *
 * @param position of the plane
 * @param prompts that were asked there, in the order of the answers
 * @param answers the answers
 */
public record PlaneAnswers(
        PlanePosition position, List<PromptList.Entry> prompts, Answers answers) {}
