package sc.fiji.fastsam.command;

import ij.ImagePlus;

/** While open, keeps other commands from changing an image. */
final class LockedImage implements AutoCloseable {

    private final ImagePlus image;

    /**
     * Locks it.
     *
     * @throws IllegalArgumentException if there is no image, or it was closed
     * @throws IllegalStateException if another command has locked it
     */
    LockedImage(ImagePlus image) {
        if (image == null) {
            throw new IllegalArgumentException("There is no image. Open one first.");
        }
        requireOpen(image);
        if (!image.lockSilently()) {
            throw new IllegalStateException(
                    "\""
                            + image.getTitle()
                            + "\" is in use by another command. Wait until that is done, or choose"
                            + " Plugins > Utilities > Reset... > Locked Image.");
        }
        this.image = image;
    }

    /**
     * @throws IllegalArgumentException if an image was closed
     */
    static void requireOpen(ImagePlus image) {
        if (image.getProcessor() == null && image.getTitle().isEmpty()) {
            // NB: what SciJava makes of a path at which there is no image.
            throw new IllegalArgumentException(
                    "The image has no pixels: its file could not be opened. Check its path.");
        }
        if (image.getProcessor() == null) {
            throw new IllegalArgumentException(
                    "\"" + image.getTitle() + "\" was closed. Open it again, or another image.");
        }
    }

    @Override
    public void close() {
        image.unlock();
    }
}
