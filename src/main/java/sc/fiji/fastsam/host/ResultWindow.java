package sc.fiji.fastsam.host;

import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.Rectangle;
import java.util.List;

/** How a new image is shown: under a title of its own, beside the image that it was made of. */
public final class ResultWindow {

    private ResultWindow() {}

    /**
     * Shows an image, which becomes the active one, where it covers least of another. NB: not
     * recorded: a macro has no line that makes it, and would not find the window.
     */
    public static void show(ImagePlus result, ImagePlus source) {
        OptionRecorder.without(() -> show(result));
        if (source.getWindow() != null && result.getWindow() != null) {
            List<Rectangle> shown = List.of(source.getWindow().getBounds());
            Rectangle place =
                    Placement.beside(shown, result.getWindow().getSize(), Placement.screen());
            result.getWindow().setLocation(place.x, place.y);
        }
    }

    /**
     * Shows an image.
     *
     * <p>NB: an image that is shown clears the status line, which has the command's last word.
     */
    static void show(ImagePlus result) {
        result.setTitle(uniqueTitle(result.getTitle()));
        result.show(ImageJ.getStatusBarText());
    }

    /** The title, or with "-1", "-2" ... where an open image has it. */
    private static String uniqueTitle(String title) {
        String unique = title;
        for (int i = 1; WindowManager.getImage(unique) != null; i++) {
            unique = title + "-" + i;
        }
        return unique;
    }
}
