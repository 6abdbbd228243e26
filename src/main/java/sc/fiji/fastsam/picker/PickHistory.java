package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sc.fiji.fastsam.imagej.roi.OwnRois;

/** What was done to an image's objects, to be taken back step by step. Thread-safe. */
final class PickHistory {

    /** Steps that are kept. */
    private static final int MOST = 100;

    private final ImagePlus image;
    private final Deque<Step> steps = new ArrayDeque<>();
    private int[] dimensions;
    private List<Roi> outlines = List.of();
    private int slice;
    private boolean isTouched;

    /**
     * What one click, box or item of the menu did.
     *
     * @param text what the status line said of it
     * @param last the object that Shift adds to once the step is taken back
     * @param undo takes it back
     */
    record Step(String text, Optional<Target> last, Runnable undo) {}

    PickHistory(ImagePlus image) {
        this.image = image;
        this.dimensions = image.getDimensions();
    }

    /** Adds a step that was just done. */
    synchronized void add(Step step) {
        forgetOther();
        dimensions = image.getDimensions();
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        look();
    }

    /**
     * Takes the last step back; nothing if there is none, or none of the objects that are there.
     */
    synchronized Optional<Step> undo() {
        forgetOther();
        Optional<Step> last = Optional.ofNullable(steps.poll());
        last.ifPresent(step -> step.undo().run());
        look();
        return last;
    }

    /** The image was drawn anew: its pixels have changed, or it shows another slice. */
    synchronized void update() {
        isTouched |= image.getCurrentSlice() == slice;
        slice = image.getCurrentSlice();
    }

    /** True when a step was the last that happened to the image. */
    synchronized boolean isLatest() {
        return !steps.isEmpty() && !isTouched && Outlines.drawn(image).equals(outlines);
    }

    private void look() {
        outlines = Outlines.drawn(image);
        slice = image.getCurrentSlice();
        isTouched = false;
    }

    /** Forgets what was done before the image was cropped, or a run found other objects. */
    private void forgetOther() {
        Set<Roi> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(outlines);
        boolean areKnown =
                Outlines.drawn(image).stream()
                        .filter(roi -> OwnRois.isOutline(roi) && !OwnRois.is(roi, OwnRois.PICK))
                        .allMatch(known::contains);
        if (!areKnown || !Arrays.equals(dimensions, image.getDimensions())) {
            steps.clear();
        }
    }
}
