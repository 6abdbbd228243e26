package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.PromptSettings;

/**
 * The objects of a plane that prompts may choose, those on which a background prompt is left out,
 * and how they choose. Objects go by their place in {@link #objects}, best score first. Immutable;
 * thread-safe if the clean-up is.
 */
public final class Candidates {

    private final Segmentation all;
    private final ObjectIndex index;
    private final PromptSettings settings;
    private final UnaryOperator<Mask> cleanUp;
    private final Optional<Pixels> pixels;
    private final BitSet blocked;

    /**
     * What prompts that choose by looks see.
     *
     * @param progress of who looks
     */
    private record Pixels(RgbPlane plane, Progress progress) {}

    private Candidates(
            Segmentation all,
            ObjectIndex index,
            PromptSettings settings,
            UnaryOperator<Mask> cleanUp,
            Optional<Pixels> pixels,
            BitSet blocked) {
        this.all = all;
        this.index = index;
        this.settings = settings;
        this.cleanUp = cleanUp;
        this.pixels = pixels;
        this.blocked = blocked;
    }

    /** All objects of a plane; merged masks stay as they are, and there are no pixels. */
    static Candidates of(Segmentation all) {
        return new Candidates(
                all,
                ObjectIndex.of(all.size(), all.objects()),
                PromptSettings.DEFAULT,
                UnaryOperator.identity(),
                Optional.empty(),
                new BitSet());
    }

    Candidates withCleanUp(UnaryOperator<Mask> other) {
        return new Candidates(all, index, settings, other, pixels, blocked);
    }

    Candidates withPixels(RgbPlane plane, Progress progress) {
        Pixels seen = new Pixels(plane, progress);
        return new Candidates(all, index, settings, cleanUp, Optional.of(seen), blocked);
    }

    /** Those that remain beside the background prompts, chosen as the prompts' settings say. */
    Candidates forPrompts(Prompts prompts) {
        BitSet out = new BitSet(objects().size());
        for (Prompt prompt : prompts.background()) {
            for (int i : prompt.fitting(this)) {
                out.set(i);
            }
        }
        return new Candidates(all, index, prompts.settings(), cleanUp, pixels, out);
    }

    /** All objects, best first, those that must not be chosen too. */
    public List<SegmentedObject> objects() {
        return all.objects();
    }

    /** Size of the plane. */
    public Size plane() {
        return all.size();
    }

    /** How prompts choose. */
    public PromptSettings settings() {
        return settings;
    }

    /** Places of the candidates, ascending. */
    public int[] places() {
        return allowed(IntStream.range(0, objects().size()).toArray());
    }

    /** Places of the candidates whose mask holds a pixel, ascending; none outside of the plane. */
    public int[] at(int x, int y) {
        return allowed(index.at(x, y));
    }

    /** Places of the candidates whose own box overlaps a box, ascending. */
    public int[] overlapping(Box boxInSource) {
        return allowed(index.overlapping(boxInSource));
    }

    /**
     * Scores of the objects at some places, in that order.
     *
     * @throws IllegalStateException if the plane's pixels were not given
     * @throws java.util.concurrent.CancellationException if the user cancels
     */
    public double[] scores(AppearanceScorer scorer, int[] places) {
        Pixels seen =
                pixels.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "These prompts look at pixels, and there are none. Give"
                                                + " them with Selector.withPixels."));
        return scorer.scores(
                seen.plane(),
                Arrays.stream(places).mapToObj(objects()::get).toList(),
                seen.progress());
    }

    /** All objects and the summary of the run that found them. */
    Segmentation everything() {
        return all;
    }

    /** A merged mask, cleaned where the settings say so. */
    Mask cleaned(Mask merged) {
        return settings.smooth() ? cleanUp.apply(merged) : merged;
    }

    private int[] allowed(int[] found) {
        return blocked.isEmpty()
                ? found
                : Arrays.stream(found).filter(i -> !blocked.get(i)).toArray();
    }
}
