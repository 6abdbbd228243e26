package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * An overlay of which an image's window draws something else than it holds: without some of its
 * regions, and with outlines on top. All others, as those who save, copy or list it, have what it
 * holds.
 *
 * <p>NB: ImageJ has no place for outlines that are drawn and not saved: it saves what a canvas
 * shows beside an overlay where there is no overlay, and the ROI Manager draws there. So this goes
 * by who asks.
 */
final class DrawnOverlay extends Overlay {

    private static final StackWalker CALLERS =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Overlay users;
    private final Set<Roi> begun;
    private final List<Object> options;
    private Set<Roi> hidden;
    private List<Roi> outlines;
    private List<Roi> drawn;

    /**
     * Holds a user's regions, with their overlay's options.
     *
     * @param users null for none
     * @param shown what is drawn instead
     */
    DrawnOverlay(Overlay users, Overlay shown) {
        this.users = users;
        if (users != null) {
            addAll(users, this);
            setOptions(users, this);
            selectable(users.isSelectable());
        }
        begun = regions(this);
        options = options(this);
        Set<Roi> both = regions(shown);
        hidden = regions(this);
        hidden.removeAll(both);
        outlines = Arrays.stream(shown.toArray()).filter(roi -> !begun.contains(roi)).toList();
        drawn = drawn();
    }

    /** What the window draws, the last on top. */
    synchronized List<Roi> drawn() {
        List<Roi> all = new ArrayList<>(Arrays.asList(toArray()));
        all.removeIf(hidden::contains);
        all.addAll(outlines);
        return all;
    }

    /**
     * Ends the drawing of anything else. Returns the user's overlay with what was done to this and
     * to itself meanwhile; null for none.
     */
    synchronized Overlay end() {
        hidden = Set.of();
        outlines = List.of();
        if (users == null && toArray().length == 0) {
            return null;
        }
        Overlay back = users == null ? new Overlay() : users;
        List<Roi> all = merged(back);
        back.clear();
        all.forEach(back::add);
        if (!options(this).equals(options)) {
            setOptions(this, back);
        }
        return back;
    }

    /** What this and the user's overlay hold, without what was taken out of one of them. */
    private List<Roi> merged(Overlay theirs) {
        Set<Roi> now = regions(this);
        Set<Roi> there = regions(theirs);
        List<Roi> all = new ArrayList<>(Arrays.asList(toArray()));
        all.removeIf(roi -> begun.contains(roi) && !there.contains(roi));
        Arrays.stream(theirs.toArray())
                .filter(roi -> !begun.contains(roi) && !now.contains(roi))
                .forEach(all::add);
        return all;
    }

    @Override
    public int size() {
        if (EventQueue.isDispatchThread() && isWindow(CALLERS.getCallerClass())) {
            drawn = isPicture() ? List.of(toArray()) : drawn();
            return drawn.size();
        }
        return super.size();
    }

    @Override
    public Roi get(int index) {
        if (EventQueue.isDispatchThread() && isWindow(CALLERS.getCallerClass())) {
            return index < drawn.size() ? drawn.get(index) : null;
        }
        return super.get(index);
    }

    /** NB: pictures with the overlay are made by a canvas too, mostly on another thread. */
    private static boolean isWindow(Class<?> caller) {
        return ImageCanvas.class.isAssignableFrom(caller);
    }

    private static boolean isPicture() {
        return CALLERS.walk(frames -> frames.anyMatch(DrawnOverlay::flattens));
    }

    private static boolean flattens(StackWalker.StackFrame frame) {
        return frame.getDeclaringClass() == ImagePlus.class
                && frame.getMethodName().equals("flatten");
    }

    private static void addAll(Overlay from, Overlay to) {
        Arrays.stream(from.toArray()).forEach(to::add);
    }

    /** NB: without "selectable", which is off for as long as a mouse button is down. */
    private static void setOptions(Overlay from, Overlay to) {
        to.drawLabels(from.getDrawLabels());
        to.drawNames(from.getDrawNames());
        to.drawBackgrounds(from.getDrawBackgrounds());
        to.setLabelColor(from.getLabelColor());
        to.setLabelFont(from.getLabelFont(), from.scalableLabels());
        to.setIsCalibrationBar(from.isCalibrationBar());
        to.setDraggable(from.isDraggable());
    }

    private static List<Object> options(Overlay overlay) {
        return Arrays.asList(
                overlay.getDrawLabels(),
                overlay.getDrawNames(),
                overlay.getDrawBackgrounds(),
                overlay.getLabelColor(),
                overlay.getLabelFont(),
                overlay.scalableLabels(),
                overlay.isCalibrationBar(),
                overlay.isDraggable());
    }

    /** NB: told apart as objects: to ImageJ, regions of the same bounds are equal. */
    private static Set<Roi> regions(Overlay overlay) {
        Set<Roi> regions = Collections.newSetFromMap(new IdentityHashMap<>());
        regions.addAll(Arrays.asList(overlay.toArray()));
        return regions;
    }
}
