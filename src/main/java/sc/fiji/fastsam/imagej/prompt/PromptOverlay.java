package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.PromptShapes;
import sc.fiji.fastsam.prompt.Role;

/**
 * Shows prompts as they were understood: foreground points green, background points red (in ROI
 * group 2), boxes cyan. Read back as prompts they are the same.
 */
public final class PromptOverlay {

    /** Color of foreground points. */
    public static final Color FOREGROUND = new Color(0, 200, 0);

    /** Color of background points. */
    public static final Color BACKGROUND = new Color(230, 30, 30);

    /** Color of boxes. */
    public static final Color BOX = new Color(0, 190, 230);

    private PromptOverlay() {}

    /**
     * Adds the prompts, named and at their places, on top of the image's overlay, instead of those
     * that were added before.
     *
     * @param plane on which they were asked
     */
    public static void addTo(ImagePlus imp, List<PromptList.Entry> prompts, RoiPlace plane) {
        Overlay overlay = imp.getOverlay() == null ? new Overlay() : imp.getOverlay();
        OwnRois.remove(overlay, OwnRois.PROMPT, plane);
        for (PromptList.Entry entry : prompts) {
            roi(entry.prompt())
                    .ifPresent(
                            roi -> {
                                place(entry.place(), imp).applyTo(roi);
                                OwnRois.mark(roi, OwnRois.PROMPT);
                                overlay.add(roi);
                            });
        }
        imp.setOverlay(overlay);
    }

    private static RoiPlace place(PromptPlace place, ImagePlus imp) {
        return RoiPlace.of(imp, place.channel(), place.slice(), place.frame());
    }

    /** One prompt as a ROI without position; none for a prompt that has no geometry. */
    public static Optional<Roi> roi(Prompt prompt) {
        Optional<Roi> roi = prompt.shape(new RoiShapes());
        roi.ifPresent(r -> r.setName(prompt.name()));
        return roi;
    }

    private static final class RoiShapes implements PromptShapes<Roi> {

        @Override
        public Roi point(double x, double y, Role role) {
            // NB: to ImageJ a point of whole coordinates is in the middle of its pixel.
            PointRoi roi = new PointRoi(Math.floor(x), Math.floor(y));
            roi.setShowLabels(false);
            if (role == Role.BACKGROUND) {
                roi.setGroup(RoiPrompts.BACKGROUND_GROUP);
            }
            roi.setStrokeColor(role == Role.BACKGROUND ? BACKGROUND : FOREGROUND);
            return roi;
        }

        @Override
        public Roi box(Box box) {
            Roi roi = new Roi(box.x0(), box.y0(), (double) box.width(), (double) box.height());
            roi.setStrokeColor(BOX);
            return roi;
        }
    }
}
