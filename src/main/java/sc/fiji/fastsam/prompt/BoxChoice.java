package sc.fiji.fastsam.prompt;

import java.util.Optional;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.BoxRule;
import sc.fiji.fastsam.settings.PromptSettings;

/** The object that a box means. */
final class BoxChoice {

    private final Candidates candidates;
    private final PromptSettings settings;

    BoxChoice(Candidates candidates, PromptSettings settings) {
        this.candidates = candidates;
        this.settings = settings;
    }

    /** The object with the greatest IoU, of equal ones the best; none below the smallest IoU. */
    Answer answer(BoxPrompt prompt) {
        SegmentedObject best = null;
        double bestIou = 0;
        for (int i : candidates.overlapping(prompt)) {
            SegmentedObject object = candidates.objects().get(i);
            double iou = iou(object, prompt);
            if (iou > bestIou) {
                best = object;
                bestIou = iou;
            }
        }
        return best == null || bestIou < settings.minBoxIou()
                ? Answer.none(prompt)
                : new Answer(prompt, Optional.of(best), bestIou);
    }

    private double iou(SegmentedObject object, BoxPrompt prompt) {
        if (settings.boxRule() == BoxRule.BOX_IOU) {
            return object.boxInSource().iou(prompt.boxInSource());
        }
        Region pixels = Region.ofPixelsIn(prompt.boxInSource());
        int common = object.mask().areaIn(pixels);
        return common / (double) (object.mask().area() + pixels.area() - common);
    }
}
