package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.fastsam.host.Placement;
import sc.fiji.fastsam.imagej.roi.ManagedRois;
import sc.fiji.fastsam.imagej.roi.OwnRois;

/**
 * The ROI Manager's regions of the objects that an image's overlay outlines, found by their {@link
 * OwnRois#key}. Those of other images, and the user's own, stay.
 */
final class PickRegions {

    private final ImagePlus image;
    private final boolean adding;

    /**
     * The regions of an image.
     *
     * @param adding whether regions are added; else only those that are there go along
     */
    PickRegions(ImagePlus image, boolean adding) {
        this.image = image;
        this.adding = adding;
    }

    /**
     * Appends an object's region. NB: a manager that opened on the image would get the next click.
     */
    void add(Roi outline) {
        if (adding && ManagedRois.isAvailable()) {
            boolean opens = ManagedRois.open().isEmpty();
            ManagedRois.append(List.of((Roi) outline.clone()), image);
            ManagedRois.open().filter(manager -> opens).ifPresent(Placement::besideImage);
        }
    }

    /** Takes an object's region out. */
    void remove(Roi outline) {
        placesOf(List.of(outline))
                .get(0)
                .ifPresent(place -> ManagedRois.open().get().delete(place));
    }

    /** Puts an object's region in a place of the manager's list, which keeps its name there. */
    void set(int place, Roi outline) {
        Roi region = (Roi) outline.clone();
        region.setName(ManagedRois.open().get().getName(place));
        OwnRois.setSource(region, image);
        ManagedRois.open().get().setRoi(region, place);
    }

    /** As {@link #set}, with the name of the object. */
    void setNamed(int place, Roi outline) {
        set(place, outline);
        ManagedRois.open().get().rename(place, outline.getName());
    }

    /** As {@link #set}, with the name of the object where the region had that of the object. */
    void replace(int place, Roi before, Roi after) {
        boolean isNamedSo = ManagedRois.open().get().getName(place).equals(before.getName());
        set(place, after);
        if (isNamedSo) {
            ManagedRois.open().get().rename(place, after.getName());
        }
    }

    /** Where the manager's list has the regions of some objects, from 0. */
    List<OptionalInt> placesOf(List<Roi> outlines) {
        Map<Object, Integer> places = new HashMap<>();
        Roi[] regions = regions();
        for (int i = 0; i < regions.length; i++) {
            if (OwnRois.isOf(regions[i], image)) {
                places.putIfAbsent(OwnRois.key(regions[i]), i);
            }
        }
        return outlines.stream()
                .map(outline -> Optional.ofNullable(places.get(OwnRois.key(outline))))
                .map(place -> place.map(OptionalInt::of).orElse(OptionalInt.empty()))
                .toList();
    }

    /** The regions of picked objects that have no outline. */
    Stream<Roi> without(List<Roi> outlines) {
        List<Roi> picked =
                Arrays.stream(regions())
                        .filter(roi -> OwnRois.pick(roi).isPresent() && OwnRois.isOf(roi, image))
                        .toList();
        if (picked.isEmpty()) {
            return Stream.empty();
        }
        Set<Object> outlined = new HashSet<>();
        outlines.forEach(outline -> outlined.add(object(outline)));
        return picked.stream().filter(roi -> !outlined.contains(object(roi)));
    }

    /** What a picked object's outline and region have in common, whatever their shapes. */
    private static Object object(Roi roi) {
        return List.of(
                OwnRois.pick(roi), roi.getPosition(), roi.getZPosition(), roi.getTPosition());
    }

    private static Roi[] regions() {
        return ManagedRois.open().map(RoiManager::getRoisAsArray).orElse(new Roi[0]);
    }
}
