package sc.fiji.fastsam.imagej.roi;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.List;

/** What an image's window draws of its overlay and of previews. */
public final class ShownRegions {

    private ShownRegions() {}

    /** The regions, the last on top. */
    public static List<Roi> of(ImagePlus image) {
        if (image.getOverlay() == null) {
            return List.of();
        }
        return image.getOverlay() instanceof DrawnOverlay overlay
                ? overlay.drawn()
                : List.of(image.getOverlay().toArray());
    }

    /** How many there are. */
    public static int count(ImagePlus image) {
        return of(image).size();
    }
}
