package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.util.ArrayList;
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
     * Appends objects' regions. NB: a manager that opened on the image would get the next click.
     *
     * @return what takes that back
     */
    Runnable add(List<Roi> outlines) {
        if (!adding || outlines.isEmpty() || !ManagedRois.isAvailable()) {
            return () -> {};
        }
        boolean opens = ManagedRois.open().isEmpty();
        ManagedRois.append(outlines.stream().map(outline -> (Roi) outline.clone()).toList(), image);
        ManagedRois.open().filter(manager -> opens).ifPresent(Placement::besideImage);
        return () -> ManagedRois.remove(present(placesOf(outlines)));
    }

    private static List<Integer> present(List<OptionalInt> places) {
        return places.stream().filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).toList();
    }

    /**
     * Takes an object's region out.
     *
     * @return what takes that back
     */
    Runnable remove(Roi outline) {
        OptionalInt place = placesOf(List.of(outline)).get(0);
        if (place.isEmpty()) {
            return () -> {};
        }
        Roi region = named(place.getAsInt());
        ManagedRois.open().get().delete(place.getAsInt());
        return () -> ManagedRois.insert(region, place.getAsInt(), image);
    }

    /**
     * Gives objects other regions, in their places; adds those of objects that have none.
     *
     * @param after outlines, one for each before
     * @return what takes that back
     */
    Runnable exchange(List<Roi> before, List<Roi> after) {
        List<OptionalInt> places = placesOf(before);
        List<Roi> regions = new ArrayList<>();
        List<Roi> exchanged = new ArrayList<>();
        List<Roi> added = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (places.get(i).isPresent()) {
                int place = places.get(i).getAsInt();
                regions.add(named(place));
                exchanged.add(after.get(i));
                replace(place, before.get(i), after.get(i));
            } else {
                added.add(after.get(i));
            }
        }
        Runnable remove = add(added);
        return () -> {
            remove.run();
            restore(exchanged, regions);
        };
    }

    /** NB: the name stays where it was not the object's; an object that is taken gets a new one. */
    private void replace(int place, Roi before, Roi after) {
        String name = ManagedRois.open().get().getName(place);
        boolean isNamedSo = name.equals(before.getName()) || OwnRois.pick(before).isEmpty();
        Roi region = (Roi) after.clone();
        region.setName(isNamedSo ? after.getName() : name);
        OwnRois.setSource(region, image);
        set(place, region);
    }

    private void restore(List<Roi> outlines, List<Roi> regions) {
        List<OptionalInt> places = placesOf(outlines);
        for (int i = 0; i < regions.size(); i++) {
            Roi region = regions.get(i);
            places.get(i).ifPresent(place -> set(place, region));
        }
    }

    private static void set(int place, Roi region) {
        ManagedRois.open().get().setRoi(region, place);
        ManagedRois.open().get().rename(place, region.getName());
    }

    /** The region in a place of the manager's list, which may show another name than it has. */
    private static Roi named(int place) {
        RoiManager manager = ManagedRois.open().get();
        Roi region = (Roi) manager.getRoi(place).clone();
        region.setName(manager.getName(place));
        return region;
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
    static Object object(Roi roi) {
        return List.of(
                OwnRois.pick(roi), roi.getPosition(), roi.getZPosition(), roi.getTPosition());
    }

    private static Roi[] regions() {
        return ManagedRois.open().map(RoiManager::getRoisAsArray).orElse(new Roi[0]);
    }
}
