package sc.fiji.fastsam.tool;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.roi.PlacedPrompt;

/** Rough ROIs in the ROI Manager become the outlines of the objects that they meant. */
public final class ReplacedRois {

    private ReplacedRois() {}

    /**
     * Puts the regions of objects in the place of the ROIs that asked for them. ROIs of several
     * points, and those not in the ROI Manager, stay as they are.
     *
     * @return the regions that found no such place, in their order
     */
    public static List<Roi> replace(ImageSelection found) {
        RoiManager manager = RoiManager.getInstance2();
        List<Roi> left = new ArrayList<>();
        Map<String, Integer> places = manager == null ? Map.of() : places(found, manager);
        for (Roi region : found.objects().toRois()) {
            String first = region.getName().split("\\+")[0];
            if (places.containsKey(first)) {
                manager.setRoi(region, places.get(first));
            } else {
                left.add(region);
            }
        }
        return left;
    }

    /** Places in the manager of the ROIs that are one prompt, by the names of the prompts. */
    private static Map<String, Integer> places(ImageSelection found, RoiManager manager) {
        List<Roi> managed = List.of(manager.getRoisAsArray());
        Map<String, Integer> places = new HashMap<>();
        for (PlaneAnswers plane : found.answers()) {
            for (PlacedPrompt prompt : plane.prompts()) {
                prompt.source()
                        .filter(roi -> roi.size() == 1 || roi.isArea())
                        .filter(managed::contains)
                        .ifPresent(roi -> places.put(prompt.prompt().name(), managed.indexOf(roi)));
            }
        }
        return places;
    }
}
