package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** ImageJ's ROI Manager: appended to, never reset. */
public final class ManagedRois {

    private ManagedRois() {}

    /** False headless, where there is none. */
    public static boolean isAvailable() {
        return !GraphicsEnvironment.isHeadless();
    }

    /** The manager that is open; nothing headless. */
    public static Optional<RoiManager> open() {
        return isAvailable() ? Optional.ofNullable(RoiManager.getInstance2()) : Optional.empty();
    }

    /**
     * Appends regions of an image, opening the manager where need be. What is in it stays.
     *
     * <p>NB: with "Show All" ticked each addition would redraw all, so the box is unticked until
     * the last.
     */
    public static void append(List<Roi> rois, ImagePlus source) {
        if (rois.isEmpty()) {
            return;
        }
        rois.forEach(roi -> OwnRois.setSource(roi, source));
        RoiManager manager = open().orElseGet(RoiManager::getRoiManager);
        showingNone(manager, () -> rois.subList(0, rois.size() - 1).forEach(manager::addRoi));
        manager.addRoi(rois.get(rois.size() - 1));
    }

    /**
     * Puts a region of an image in a place of the manager's list, from 0, before those from there
     * on; at its end where there are fewer. Nothing if no manager is open.
     */
    public static void insert(Roi roi, int place, ImagePlus source) {
        open().ifPresent(manager -> insert(manager, roi, place, source));
    }

    /** NB: the manager's list has no such thing. */
    private static void insert(RoiManager manager, Roi roi, int place, ImagePlus source) {
        append(List.of(roi), source);
        showingNone(
                manager,
                () -> {
                    for (int i = manager.getCount() - 1; i > place; i--) {
                        set(manager, i, manager.getRoi(i - 1), manager.getName(i - 1));
                    }
                });
        set(manager, Math.min(place, manager.getCount() - 1), roi, roi.getName());
    }

    /**
     * Takes regions out of places of the manager's list, from 0. Nothing if no manager is open.
     *
     * @param places each once
     */
    public static void remove(List<Integer> places) {
        if (!places.isEmpty()) {
            open().ifPresent(manager -> remove(manager, places));
        }
    }

    /** NB: from the last on, so that places before it stay; shown anew once. */
    private static void remove(RoiManager manager, List<Integer> places) {
        List<Integer> backwards = places.stream().sorted(Comparator.reverseOrder()).toList();
        int last = backwards.size() - 1;
        showingNone(manager, () -> backwards.subList(0, last).forEach(manager::delete));
        manager.delete(backwards.get(last));
    }

    private static void set(RoiManager manager, int place, Roi roi, String name) {
        manager.setRoi(roi, place);
        manager.rename(place, name);
    }

    private static void showingNone(RoiManager manager, Runnable work) {
        Checkbox showAll = showAll(manager);
        boolean shown = showAll != null && showAll.getState();
        try {
            set(showAll, false);
            work.run();
        } finally {
            set(showAll, shown);
        }
    }

    /**
     * Takes out the regions that earlier runs put in; all others stay.
     *
     * @param kind as {@link OwnRois} names what they were made for
     * @param image that they were made for
     */
    public static void removeOwn(String kind, ImagePlus image) {
        open().ifPresent(manager -> removeOwn(manager, kind, image));
    }

    private static void removeOwn(RoiManager manager, String kind, ImagePlus image) {
        Roi[] rois = manager.getRoisAsArray();
        remove(
                IntStream.range(0, rois.length)
                        .filter(i -> OwnRois.is(rois[i], kind, image))
                        .boxed()
                        .toList());
    }

    private static void set(Checkbox box, boolean state) {
        if (box != null) {
            box.setState(state);
        }
    }

    private static Checkbox showAll(Container container) {
        for (Component child : container.getComponents()) {
            if (child instanceof Checkbox box && box.getLabel().startsWith("Show All")) {
                return box;
            }
            Checkbox found = child instanceof Container inner ? showAll(inner) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
