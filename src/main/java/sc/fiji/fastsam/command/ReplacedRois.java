package sc.fiji.fastsam.command;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.PlaneObjects;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.roi.OwnRois;

/**
 * Rough ROIs of the ROI Manager and the regions of the objects that they meant.
 *
 * @param inPlace by their places in the manager, counted from 0; named as the ROIs there
 * @param left the regions that found no such place, in their order
 */
public record ReplacedRois(Map<Integer, Roi> inPlace, List<Roi> left) {

    /**
     * Puts the regions of objects in the place of the ROIs that asked for them. ROIs of several
     * points, and those not in the ROI Manager, stay as they are; each place is taken once.
     *
     * @return the regions that found no such place, in their order
     */
    public static List<Roi> replace(ImageObjects found) {
        RoiManager manager = RoiManager.getInstance2();
        if (manager == null) {
            return found.toRois();
        }
        ReplacedRois replaced = of(found, List.of(manager.getRoisAsArray()));
        replaced.inPlace.forEach(
                (place, region) -> {
                    OwnRois.setSource(region, found.source());
                    manager.setRoi(region, place);
                });
        return replaced.left;
    }

    /** Which region goes where among the ROIs of a manager. */
    public static ReplacedRois of(ImageObjects found, List<Roi> managed) {
        ReplacedRois replaced = new ReplacedRois(new LinkedHashMap<>(), new ArrayList<>());
        for (PlaneObjects plane : found.planes()) {
            List<Roi> regions = found.toRois(plane);
            List<List<String>> prompts = plane.prompts();
            Map<String, Integer> places = places(plane, managed);
            for (int i = 0; i < regions.size(); i++) {
                replaced.add(regions.get(i), replaced.free(places, prompts.get(i)), managed);
            }
        }
        return replaced;
    }

    private void add(Roi region, Optional<Integer> place, List<Roi> managed) {
        if (place.isEmpty()) {
            left.add(region);
            return;
        }
        // NB: the manager's list goes on showing the name that it has.
        region.setName(managed.get(place.get()).getName());
        inPlace.put(place.get(), region);
    }

    /** The place of the first of some prompts that has one that is free. */
    private Optional<Integer> free(Map<String, Integer> places, List<String> prompts) {
        return prompts.stream()
                .filter(places::containsKey)
                .map(places::get)
                .filter(place -> !inPlace.containsKey(place))
                .findFirst();
    }

    /**
     * Places of the ROIs that are one prompt, by the names of a plane's prompts: on another plane
     * the same name may be another ROI.
     */
    private static Map<String, Integer> places(PlaneObjects plane, List<Roi> managed) {
        Map<String, Integer> places = new HashMap<>();
        for (PromptList.Entry prompt : plane.asked()) {
            prompt.source()
                    .filter(roi -> roi.size() == 1 || roi.isArea())
                    .map(roi -> indexOf(roi, managed))
                    .filter(index -> index >= 0)
                    .ifPresent(index -> places.put(prompt.prompt().name(), index));
        }
        return places;
    }

    /** NB: not List.indexOf: to ImageJ, rectangles of the same bounds on two slices are equal. */
    private static int indexOf(Roi roi, List<Roi> managed) {
        for (int i = 0; i < managed.size(); i++) {
            if (managed.get(i) == roi) {
                return i;
            }
        }
        return -1;
    }
}
