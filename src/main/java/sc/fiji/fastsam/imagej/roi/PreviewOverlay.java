package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Outlines of a preview in an image's overlay. All else in the overlay is the user's and stays,
 * also what is added, taken out or replaced while the preview shows. An image shows one preview at
 * a time, the last. Thread-safe, for previews of one image that show themselves on one thread.
 *
 * <p>NB: regions are told apart as objects: to ImageJ, those of the same bounds are equal.
 */
public final class PreviewOverlay {

    /** Property of an image, while there is one: the preview that it shows. */
    private static final String SHOWN = "FastSAM preview";

    private final ImagePlus image;
    private Overlay shown;
    private Overlay without;
    private Set<Roi> outlines = Set.of();
    private Set<Roi> kept = Set.of();

    /** A preview on an image, which shows nothing yet. */
    public PreviewOverlay(ImagePlus image) {
        this.image = image;
    }

    /** True where no other preview shows on the image. */
    public boolean isFree() {
        Object other = image.getProperty(SHOWN);
        return other == null || other == this;
    }

    /**
     * Shows outlines instead of those before.
     *
     * @param drawing adds them to a copy of the user's overlay, and may take out what it should not
     *     show beside them
     */
    public synchronized void show(Consumer<Overlay> drawing) {
        if (!isFree()) {
            ((PreviewOverlay) image.getProperty(SHOWN)).hide();
        }
        image.setProperty(SHOWN, this);
        without = users();
        Overlay next = copy(without);
        drawing.accept(next);
        Set<Roi> theirs = regions(without);
        outlines = regions(next);
        outlines.removeAll(theirs);
        outlines.forEach(OwnRois::markPreview);
        kept = regions(next);
        kept.retainAll(theirs);
        shown = next;
        image.setOverlay(next);
    }

    /** Leaves the image with the user's overlay. */
    public synchronized void hide() {
        if (shown != null) {
            image.setOverlay(users());
            image.setProperty(SHOWN, null);
            shown = null;
        }
    }

    /** The overlay as it would be without the preview; null for none. */
    private Overlay users() {
        Overlay now = image.getOverlay();
        if (now == null) {
            return null;
        }
        // NB: an overlay that was put there meanwhile may have copies of the outlines.
        return now == shown ? changed(now) : without(now);
    }

    /** The user's overlay with what has been added to, and taken out of, the one that is shown. */
    private Overlay changed(Overlay now) {
        Set<Roi> there = regions(now);
        Overlay users = without == null ? new Overlay() : without;
        remove(users, roi -> kept.contains(roi) && !there.contains(roi));
        for (Roi roi : now.toArray()) {
            if (!outlines.contains(roi) && !kept.contains(roi)) {
                users.add(roi);
            }
        }
        return without == null && users.size() == 0 ? null : users;
    }

    /** The overlay without previews; itself where it has none, null where nothing is left. */
    private static Overlay without(Overlay overlay) {
        Overlay rest = copy(overlay);
        remove(rest, OwnRois::isPreview);
        if (rest.size() == overlay.size()) {
            return overlay;
        }
        return rest.size() == 0 ? null : rest;
    }

    private static void remove(Overlay overlay, Predicate<Roi> which) {
        for (int i = overlay.size() - 1; i >= 0; i--) {
            if (which.test(overlay.get(i))) {
                overlay.remove(i);
            }
        }
    }

    /** Another overlay with the same regions and options. */
    private static Overlay copy(Overlay overlay) {
        if (overlay == null) {
            return new Overlay();
        }
        Overlay copy = overlay.duplicate();
        copy.clear();
        Arrays.stream(overlay.toArray()).forEach(copy::add);
        return copy;
    }

    private static Set<Roi> regions(Overlay overlay) {
        Set<Roi> regions = Collections.newSetFromMap(new IdentityHashMap<>());
        if (overlay != null) {
            regions.addAll(Arrays.asList(overlay.toArray()));
        }
        return regions;
    }
}
