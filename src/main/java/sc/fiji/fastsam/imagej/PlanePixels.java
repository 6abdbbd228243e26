package sc.fiji.fastsam.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ImageProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import sc.fiji.fastsam.imagej.file.SourceStack;

/**
 * Pixels of one plane. The image keeps showing the plane it shows.
 *
 * <p>A virtual stack answers a missing file with a blank image or a picture of the words "File not
 * found"; here it is an error.
 */
public final class PlanePixels {

    private PlanePixels() {}

    /**
     * The plane's processor; its pixels may be those of the image, not a copy.
     *
     * @throws UncheckedIOException if the file behind a virtual stack cannot be read
     * @throws IllegalArgumentException if the image has no such plane
     */
    public static ImageProcessor read(ImagePlus imp, PlanePosition position) {
        int index = position.stackIndexIn(imp);
        if (SourceStack.inParts(imp).isPresent()) {
            throw new IllegalArgumentException(
                    "\""
                            + imp.getTitle()
                            + "\" is too large for Java's memory as it is used here. Give Java more"
                            + " (-Xmx), or crop it.");
        }
        ImageStack stack = imp.getStack();
        if (!stack.isVirtual()) {
            return stack.getProcessor(index);
        }
        File file = fileOf(imp, stack, index);
        if (file != null && !file.exists()) {
            throw unreadable(imp, index, "its file is gone: " + file, null);
        }
        return readVirtual(imp, index, file);
    }

    private static ImageProcessor readVirtual(ImagePlus imp, int index, File file) {
        ImageProcessor ip;
        try {
            ip = imp.getStack().getProcessor(index);
        } catch (RuntimeException e) {
            throw unreadable(imp, index, e.toString(), e);
        }
        if (ip == null) {
            throw unreadable(imp, index, "its file gave no pixels", null);
        }
        if (imp.getStack().getClass() == VirtualStack.class && mayBeMessage(ip)) {
            checkOpens(imp, index, file);
        }
        return ip;
    }

    /** The file behind a plane if it can be told, else null. */
    private static File fileOf(ImagePlus imp, ImageStack stack, int index) {
        if (stack instanceof FileInfoVirtualStack) {
            FileInfo info = imp.getOriginalFileInfo();
            return info == null || info.fileName == null || info.directory == null
                    ? null
                    : new File(info.directory, info.fileName);
        }
        if (stack.getClass() != VirtualStack.class) {
            return null;
        }
        VirtualStack files = (VirtualStack) stack;
        String folder = files.getDirectory();
        return folder == null || folder.isEmpty()
                ? null
                : new File(folder, files.getFileName(index));
    }

    /** Messages are drawn on white, below the first row. */
    private static boolean mayBeMessage(ImageProcessor ip) {
        for (int x = 0; x < ip.getWidth(); x++) {
            if ((ip.get(x, 0) & 0xff) != 255) {
                return false;
            }
        }
        return true;
    }

    private static void checkOpens(ImagePlus imp, int index, File file) {
        if (file == null) {
            return;
        }
        Opener opener = new Opener();
        opener.setSilentMode(true);
        // NB: opening a file of unknown type prints, so its type is looked at first.
        if (opener.getFileType(file.getPath()) == Opener.UNKNOWN
                || opener.openTempImage(file.getParent() + "/", file.getName()) == null) {
            throw unreadable(imp, index, "its file is no readable image: " + file, null);
        }
    }

    private static UncheckedIOException unreadable(
            ImagePlus imp, int index, String why, Exception cause) {
        String message =
                "Plane "
                        + index
                        + " of the virtual stack \""
                        + imp.getTitle()
                        + "\" cannot be read: "
                        + why
                        + ". Put the file back, or open the images without \"virtual stack\".";
        return new UncheckedIOException(message, new IOException(why, cause));
    }
}
