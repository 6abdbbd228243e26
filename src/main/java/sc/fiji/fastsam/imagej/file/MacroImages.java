package sc.fiji.fastsam.imagej.file;

import ij.ImagePlus;
import ij.WindowManager;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Images for macros. NB: a macro that gives a damaged file to ImageJ's own {@code open} ends there,
 * or, headless, in an exception, and has no way to go on with the next file.
 */
public final class MacroImages {

    private MacroImages() {}

    /**
     * Opens an image and makes it the active one. For macros: {@code reason =
     * call("sc.fiji.fastsam.imagej.file.MacroImages.open", path)}.
     *
     * @return why it could not be opened; empty if it was
     */
    public static String open(String path) {
        try {
            show(ImageFiles.open(Path.of(path)));
            return "";
        } catch (IOException | IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static void show(ImagePlus image) {
        try {
            image.show();
        } catch (HeadlessException e) {
            WindowManager.setTempCurrentImage(image);
        }
    }
}
