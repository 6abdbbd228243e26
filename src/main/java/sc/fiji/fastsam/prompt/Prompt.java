package sc.fiji.fastsam.prompt;

import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * A user's hint to an object. Points and boxes are the usual kinds; another kind is another
 * implementation of this interface, and nothing else changes. Immutable.
 */
public interface Prompt {

    /** What results call the prompt: not blank, without white space. */
    String name();

    /** What the prompt is, as texts for users name and count it. */
    Kind kind();

    /** The same prompt under another name. */
    Prompt withName(String other);

    /**
     * A box round what it may mean, in source pixels; of a prompt without a place, the whole plane.
     */
    Box extent(Size plane);

    /** Places of the objects that it may mean, ascending. Those of background prompts are out. */
    int[] fitting(Candidates candidates);

    /** What it chooses; {@link Answer#none} where nothing fits. Not asked of background prompts. */
    Answer answer(Candidates candidates);

    /** True when closer looks answer it by {@link #vote} and not by one of the objects found. */
    default boolean isVoted() {
        return false;
    }

    /**
     * What it makes of all that the network proposes near it, several proposals of one object
     * included; {@link Answer#none} where nothing fits. Asked only if {@link #isVoted}.
     */
    default Answer vote(Candidates proposals) {
        return answer(proposals);
    }

    /** True when what a {@link #vote} made is to take the place of what answers so far. */
    default boolean isBetter(Answer voted, Answer known) {
        return voted.isMatch();
    }

    /** A chosen object without what cannot be meant by it. */
    default SegmentedObject trimmed(SegmentedObject object) {
        return object;
    }

    /** True for a hint to what is not wanted. */
    default boolean isBackground() {
        return false;
    }

    /** True when it means one object together with all others of its kind. */
    default boolean answersTogether(PromptSettings settings) {
        return false;
    }

    /** True when the fit of its answers is a similarity in looks, as of words: -1..1. */
    default boolean isByLooks() {
        return false;
    }

    /**
     * The same prompt inside an image; itself when it is.
     *
     * @param notes is told what was changed
     * @throws IllegalArgumentException if nothing of it is inside
     */
    default Prompt inside(Size plane, Consumer<String> notes) {
        return this;
    }

    /** False when a closer look may find a better object. */
    default boolean isWellAnswered(Answer answer) {
        return true;
    }

    /**
     * Diameters of the object meant to try in a closer look, likeliest first, in source pixels.
     *
     * @param usual diameter of the plane's objects
     */
    default double[] likelyDiameters(double usual) {
        return new double[] {usual};
    }

    /** What a drawing makes of its geometry; empty for a prompt that has none. */
    default <T> Optional<T> shape(PromptShapes<T> shapes) {
        return Optional.empty();
    }

    /**
     * What a prompt is.
     *
     * @param one of them, as "box"
     * @param many of them, as "boxes"
     * @param order of the kinds where several are counted, smallest first
     */
    record Kind(String one, String many, int order) {

        /** "1 box", "2 boxes". */
        public String count(int number) {
            return number + " " + (number == 1 ? one : many);
        }
    }
}
