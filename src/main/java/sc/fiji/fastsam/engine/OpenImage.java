package sc.fiji.fastsam.engine;

import ij.ImagePlus;

/** Watches whether an image that was open is closed. */
final class OpenImage {

    private final ImagePlus image;
    private final boolean hadWindow;

    OpenImage(ImagePlus image) {
        this.image = image;
        this.hadWindow = image.getWindow() != null;
    }

    /** False once its window is closed or its pixels are gone. */
    boolean isOpen() {
        boolean windowGone = hadWindow && image.getWindow() == null;
        return !windowGone && image.getProcessor() != null;
    }

    /**
     * @throws IllegalStateException if the image is closed
     */
    void check() {
        if (!isOpen()) {
            throw new IllegalStateException(
                    "\""
                            + image.getTitle()
                            + "\" was closed before all of its planes were segmented. Open it"
                            + " again and leave it open.");
        }
    }
}
