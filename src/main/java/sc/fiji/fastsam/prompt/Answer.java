package sc.fiji.fastsam.prompt;

import java.util.Optional;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * What became of one prompt.
 *
 * @param prompt as it was used: inside the image
 * @param object the object that it means; empty for background points and where none matches
 * @param fit how well the object fits, 0..1: a box's IoU under the rule in force, a point's
 *     object's score; 0 without an object
 */
public record Answer(Prompt prompt, Optional<SegmentedObject> object, double fit) {

    /** No object fits; also what every background point gets. */
    public static Answer none(Prompt prompt) {
        return new Answer(prompt, Optional.empty(), 0);
    }

    /** True when an object answers. */
    public boolean isMatch() {
        return object.isPresent();
    }

    /** True when the prompt asks for an object and there is none. */
    public boolean isNoMatch() {
        return object.isEmpty() && !prompt.isBackground();
    }

    /** "match", "no match" or "background". */
    public String status() {
        return isMatch() ? "match" : isNoMatch() ? "no match" : "background";
    }
}
