package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An overlay of which an image's window draws something else than it holds: without some of its
 * regions, and with outlines on top, which a click does not find. All others, as those who save,
 * copy or list it, have what it holds.
 *
 * <p>NB: ImageJ has no place for outlines that are drawn and not saved: it saves what a canvas
 * shows beside an overlay where there is no overlay, and the ROI Manager draws there. So this goes
 * by who asks.
 */
final class DrawnOverlay extends Overlay {

    private static final StackWalker CALLERS =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final List<Option<?>> OPTIONS =
            List.of(
                    new Option<>(Overlay::getDrawLabels, Overlay::drawLabels),
                    new Option<>(Overlay::getDrawNames, Overlay::drawNames),
                    new Option<>(Overlay::getDrawBackgrounds, Overlay::drawBackgrounds),
                    new Option<>(Overlay::getLabelColor, Overlay::setLabelColor),
                    new Option<>(Overlay::getLabelFont, DrawnOverlay::setFont),
                    new Option<>(Overlay::scalableLabels, DrawnOverlay::setScalable),
                    new Option<>(Overlay::isCalibrationBar, Overlay::setIsCalibrationBar),
                    new Option<>(Overlay::isDraggable, Overlay::setDraggable));

    private final Overlay users;
    private final boolean isNew;
    private List<Roi> begun;
    private List<Object> options;
    private Set<Roi> hidden = Set.of();
    private List<Roi> outlines = List.of();
    private List<Roi> painted = List.of();
    private List<Roi> asked = List.of();

    /**
     * Holds a user's regions, with their overlay's options, and draws the same.
     *
     * @param users null for none
     */
    DrawnOverlay(Overlay users) {
        this.users = users == null ? new Overlay() : users;
        isNew = users == null;
        replace(this, list(this.users));
        OPTIONS.forEach(option -> option.copy(this.users, this));
        selectable(this.users.isSelectable());
        begin();
    }

    private void begin() {
        begun = list(this);
        options = options(this);
    }

    /** True where others have put regions into this, or taken some out, since the last copy. */
    synchronized boolean isChanged() {
        return !areSame(list(this), begun);
    }

    /** A copy of what this holds, with what was done to the user's overlay meanwhile. */
    synchronized Overlay copy() {
        merge();
        Overlay copy = new Overlay();
        begun.forEach(copy::add);
        return copy;
    }

    /** Draws from now on what became of the last copy. */
    synchronized void draw(Overlay copy) {
        Set<Roi> own = set(begun);
        outlines = list(copy).stream().filter(roi -> !own.contains(roi)).toList();
        own.removeAll(set(list(copy)));
        hidden = own;
    }

    /** What the window draws, the last on top. */
    synchronized List<Roi> drawn() {
        List<Roi> all = new ArrayList<>(list(this));
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
        merge();
        return isNew && begun.isEmpty() ? null : users;
    }

    /** Has what was done to one of this and the user's overlay in both. */
    private void merge() {
        List<Roi> all = merged(list(this), list(users));
        replace(this, all);
        replace(users, all);
        for (int i = 0; i < OPTIONS.size(); i++) {
            boolean here = !Objects.equals(OPTIONS.get(i).of(this), options.get(i));
            OPTIONS.get(i).copy(here ? this : users, here ? users : this);
        }
        begin();
    }

    /** What either holds, in the order of the one that changed, without what one took out. */
    private List<Roi> merged(List<Roi> here, List<Roi> there) {
        if (areSame(here, begun)) {
            return there;
        }
        Set<Roi> old = set(begun);
        Set<Roi> now = set(here);
        Set<Roi> theirs = set(there);
        List<Roi> all = new ArrayList<>(here);
        all.removeIf(roi -> old.contains(roi) && !theirs.contains(roi));
        there.stream().filter(roi -> !old.contains(roi) && !now.contains(roi)).forEach(all::add);
        return all;
    }

    @Override
    public int size() {
        if (EventQueue.isDispatchThread() && isWindow(CALLERS.getCallerClass())) {
            asked = asked();
            return asked.size();
        }
        return super.size();
    }

    /** NB: a window asks for the size first, then for the regions. */
    @Override
    public Roi get(int index) {
        if (EventQueue.isDispatchThread() && isWindow(CALLERS.getCallerClass())) {
            return index < asked.size() ? asked.get(index) : null;
        }
        return super.get(index);
    }

    /** NB: a canvas keeps the place of each label by the index of what it painted last. */
    private List<Roi> asked() {
        return switch (method()) {
            case "drawOverlay" -> isPicture() ? list(this) : paint();
            case "overOverlayLabel" -> painted;
            case "activateOverlayRoi" -> clickable();
            default -> list(this);
        };
    }

    private List<Roi> paint() {
        painted = drawn();
        return painted;
    }

    /** What was painted, with null for each outline. */
    private List<Roi> clickable() {
        Set<Roi> own = set(list(this));
        List<Roi> clickable = new ArrayList<>(painted);
        clickable.replaceAll(roi -> own.contains(roi) ? roi : null);
        return clickable;
    }

    private static String method() {
        return CALLERS.walk(
                frames ->
                        frames.filter(frame -> isWindow(frame.getDeclaringClass()))
                                .findFirst()
                                .map(StackWalker.StackFrame::getMethodName)
                                .orElse(""));
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

    /** NB: an overlay that holds them already is not touched. */
    private static void replace(Overlay overlay, List<Roi> regions) {
        if (!areSame(list(overlay), regions)) {
            overlay.clear();
            regions.forEach(overlay::add);
        }
    }

    private static void setFont(Overlay overlay, Font font) {
        overlay.setLabelFont(font, overlay.scalableLabels());
    }

    private static void setScalable(Overlay overlay, boolean scalable) {
        overlay.setLabelFont(overlay.getLabelFont(), scalable);
    }

    private static List<Object> options(Overlay overlay) {
        List<Object> options = new ArrayList<>();
        OPTIONS.forEach(option -> options.add(option.of(overlay)));
        return options;
    }

    /** NB: ImageJ's array has null at its end where another thread takes a region out meanwhile. */
    private static List<Roi> list(Overlay overlay) {
        return Arrays.stream(overlay.toArray()).filter(Objects::nonNull).toList();
    }

    /** NB: told apart as objects: to ImageJ, regions of the same bounds are equal. */
    private static Set<Roi> set(List<Roi> regions) {
        Set<Roi> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(regions);
        return set;
    }

    private static boolean areSame(List<Roi> regions, List<Roi> others) {
        return regions.size() == others.size()
                && IntStream.range(0, regions.size())
                        .allMatch(i -> regions.get(i) == others.get(i));
    }

    /** NB: there is none for "selectable", which is off for as long as a mouse button is down. */
    private record Option<T>(Function<Overlay, T> getter, BiConsumer<Overlay, T> setter) {

        T of(Overlay overlay) {
            return getter.apply(overlay);
        }

        void copy(Overlay from, Overlay to) {
            if (!Objects.equals(of(from), of(to))) {
                setter.accept(to, of(from));
            }
        }
    }
}
